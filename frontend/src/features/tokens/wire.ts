import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']

export type TokenLine = Schemas['TokenLine']
export type MadeToken = Schemas['MadeToken']
export type NewToken = Schemas['NewToken']
