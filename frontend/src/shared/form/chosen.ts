import type { Fact } from '@/shared/api/wire'

/** The rows of a fact's body that a person takes from the other's version, by name. */
export type Theirs = ReadonlySet<string>

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands for nothing in the place of a value. */
function nothing(value: unknown): unknown {
  return Array.isArray(value) ? [] : typeof value === 'string' ? '' : undefined
}

/** One's own body with the other's values in the chosen rows; groups of figures row by row. */
export function withTheirs<B extends object>(body: B, current: Record<string, unknown>, theirs: Theirs): B {
  const own = body as Record<string, unknown>
  const merged = Object.entries(own).map(([name, value]): [string, unknown] => {
    const other = current[name]
    if (isGroup(value) || isGroup(other)) {
      const group = isGroup(value) ? value : {}
      return [name, { ...withTheirs(group, isGroup(other) ? other : {}, theirs), ...added(group, other, theirs) }]
    }
    return [name, theirs.has(name) ? (other ?? nothing(value)) : value]
  })
  return Object.fromEntries(merged) as B
}

/** Rows of a group that only the other has. */
function added(group: Record<string, unknown>, other: unknown, theirs: Theirs): Record<string, unknown> {
  if (!isGroup(other)) return {}
  return Object.fromEntries(Object.entries(other).filter(([name]) => theirs.has(name) && !(name in group)))
}

/** A fact as a form would have sent it: its day among the rows. */
export function versionOf({ day, body }: Fact): Record<string, unknown> {
  return { day, ...body }
}

/** The rows that a form sends, by name: of a group of figures those of both versions. */
export function rowNames(mine: Record<string, unknown>, current: Record<string, unknown>): string[] {
  return Object.entries(mine).flatMap(([name, value]) => {
    const other = current[name]
    if (!isGroup(value) && !isGroup(other)) return [name]
    return [...Object.keys(isGroup(value) ? value : {}), ...Object.keys(isGroup(other) ? other : {})]
  })
}
