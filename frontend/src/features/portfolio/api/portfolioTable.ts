import { client } from '@/shared/api/client'
import type { Format } from '@/shared/list/ExportLinks'
import type { PortfolioSearch } from '../search'
import { portfolioQueryOf } from './portfolio'

export function portfolioTable(search: PortfolioSearch, format: Format) {
  return client.GET('/api/v1/portfolio/table', { params: { query: { ...portfolioQueryOf(search), format } }, parseAs: 'blob' })
}
