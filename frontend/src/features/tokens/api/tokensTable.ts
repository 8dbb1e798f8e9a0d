import { client } from '@/shared/api/client'
import type { Format } from '@/shared/list/ExportLinks'

export function tokensTable(format: Format) {
  return client.GET('/api/v1/tokens/table', { params: { query: { format } }, parseAs: 'blob' })
}
