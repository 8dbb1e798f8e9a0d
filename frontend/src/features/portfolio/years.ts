import type { GoalCell, PortfolioLine } from './wire'

export interface AgencyYears {
  id: string
  name: string
  /** The oldest first. */
  contracts: PortfolioLine[]
  goals: GoalYears[]
}

/** A goal through the years; a year without it has no cell. */
export interface GoalYears {
  id: string
  number: string
  title: string
  cells: (GoalCell | undefined)[]
}

/** The contracts by agency, with each goal followed by its id; names are those of its latest year. */
export function agencyYears(lines: PortfolioLine[]): AgencyYears[] {
  const ids = [...new Set(lines.map((line) => line.agencyId))]
  return ids.map((id) => {
    const contracts = lines
      .filter((line) => line.agencyId === id)
      .toSorted((a, b) => a.contract.from.localeCompare(b.contract.from))
    return { id, name: contracts.at(-1)?.contract.agency ?? id, contracts, goals: goalsOf(contracts) }
  })
}

function goalsOf(contracts: PortfolioLine[]): GoalYears[] {
  const latest = new Map<string, GoalCell>()
  // The latest year's order first, then what earlier years had beside it.
  for (const line of contracts.toReversed()) {
    for (const goal of line.goals) if (!latest.has(goal.id)) latest.set(goal.id, goal)
  }
  return [...latest.values()].map(({ id, number, title }) => ({
    id,
    number,
    title,
    cells: contracts.map((line) => line.goals.find((goal) => goal.id === id)),
  }))
}
