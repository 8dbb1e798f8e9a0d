import { overviewQuery } from './overview'
import type { Overview } from './wire'

/** The goals of a contract, to choose from. */
export function goalsQuery(contract: string) {
  return {
    ...overviewQuery(contract, undefined),
    refetchInterval: false as const,
    enabled: contract !== '',
    select: (overview: Overview) => overview.blocks.flatMap((block) => block.goals),
  }
}
