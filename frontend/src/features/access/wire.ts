import type { components } from '@/shared/api/schema'
import type { Grant } from '@/shared/api/wire'

export type { Grant, NewGrant, Person } from '@/shared/api/wire'
export type GrantKind = Grant['kind']
export type PeopleList = components['schemas']['PeopleList']
