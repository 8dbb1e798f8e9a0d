/** What is marked of each drawn case, by its reference. */
export type Marks = Record<string, { found: 'same' | 'differs' | ''; note: string }>

interface Drawn {
  reference: string
}

/** The marked cases, as they are sent. */
export function checkedOf(marks: Marks, drawn: Drawn[]): { reference: string; differs: boolean; note: string }[] {
  return drawn.flatMap(({ reference }) => {
    const mark = marks[reference]
    if (mark === undefined || mark.found === '') return []
    return [{ reference, differs: mark.found === 'differs', note: mark.found === 'differs' ? mark.note : '' }]
  })
}

/** How many are not marked yet. */
export function unmarked(marks: Marks, drawn: Drawn[]): number {
  return drawn.length - checkedOf(marks, drawn).length
}
