import type { ContractEdit, Outline, Rat } from '@/shared/api/wire'
import { compareRat, subtractRat } from '@/shared/format/rat'

/** A figure as one types it, with a comma or a point; nothing where it is none. */
export function typedRat(text: string): Rat | undefined {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) || /^\d+\/[1-9]\d*$/.test(plain) ? plain : undefined
}

export type Typed = Record<string, string>

/** How far the weights are from their sum: above 0 is missing, below is too much; nothing where one is no figure. */
export function missing(outline: Outline, typed: Typed): Rat | undefined {
  let rest: Rat = outline.sum
  for (const goal of outline.goals) {
    if (goal.addition) continue
    const weight = typedRat(typed[goal.id] ?? goal.weight)
    if (weight === undefined) return undefined
    rest = subtractRat(rest, weight)
  }
  return rest
}

/** The weights that are typed otherwise than they stand. */
export function weightEdits(outline: Outline, typed: Typed): ContractEdit[] {
  return outline.goals.flatMap((goal) => {
    const text = typed[goal.id]
    const value = text === undefined ? undefined : typedRat(text)
    if (text === undefined || value === undefined || compareRat(value, goal.weight) === 0) return []
    return [{ weight: { goal: goal.id, value, printed: text.trim() } }]
  })
}
