import type { BudgetView } from './wire'

/** A line as it is called. */
export function lineName({ id, title }: { id: string; title: string }): string {
  return `${id} ${title}`
}

/** A step of the way from the budget to what was spent. */
export interface Step {
  name: string
  from: number
  to: number
  whole: boolean
}

/** The way from the budget to what was spent, line by line, in kroner; lines that hit their budget are left out. */
export function stepsOf(view: BudgetView, names: { budget: string; spent: string }): Step[] {
  let at = view.account.budget / 100
  const steps: Step[] = [{ name: names.budget, from: 0, to: at, whole: true }]
  for (const line of view.lines) {
    const { account } = line
    const difference = (account.spent - account.budget) / 100
    if (difference === 0) continue
    steps.push({ name: lineName(line), from: at, to: at + difference, whole: false })
    at += difference
  }
  return [...steps, { name: names.spent, from: 0, to: view.account.spent / 100, whole: true }]
}

/** A month's end, with what was budgeted and spent until then, in kroner; not spent yet is not nought. */
export interface Point {
  month: string
  budget: number
  spent: number | null
}

/** The year month by month, summed up. */
export function pointsOf(view: BudgetView): Point[] {
  let budget = 0
  let spent = 0
  return view.months.map((month, i) => {
    for (const line of view.lines) {
      budget += line.months[i] ?? 0
      spent += line.spent[i] ?? 0
    }
    return { month, budget: budget / 100, spent: i < view.ended ? spent / 100 : null }
  })
}
