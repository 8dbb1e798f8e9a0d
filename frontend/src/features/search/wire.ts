import type { components } from '@/shared/api/schema'

export type SearchResult = components['schemas']['Result']
export type HitGroup = SearchResult['groups'][number]
export type Hit = HitGroup['hits'][number]
export type HitKind = Hit['kind']
export type Piece = components['schemas']['Piece']
