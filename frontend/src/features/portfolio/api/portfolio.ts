import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { PortfolioSearch } from '../search'
import type { PortfolioPage } from '../wire'

export const pageLength = 100

/** How often figures that are still being reckoned are asked for again. */
const again = 2_000

/** The search as the server asks for it. */
export function portfolioQueryOf({ text, agency, year, late, missed, sort, down, asOf }: PortfolioSearch) {
  return { text, agency, year, late, missed, sort, down, asOf }
}

export function portfolioQuery(search: PortfolioSearch) {
  const query = { ...portfolioQueryOf(search), skip: search.skip, limit: pageLength }
  return {
    queryKey: keys.portfolio(query),
    queryFn: (): Promise<PortfolioPage> => answer(client.GET('/api/v1/portfolio', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }: { state: { data?: PortfolioPage | undefined } }) =>
      (state.data?.tally.pending ?? 0) > 0 ? again : search.asOf === undefined ? 30_000 : (false as const),
  }
}
