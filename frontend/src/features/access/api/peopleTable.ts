import { client } from '@/shared/api/client'
import type { Format } from '@/shared/list/ExportLinks'

export function peopleTable(format: Format) {
  return client.GET('/api/v1/access/people/table', { params: { query: { format } }, parseAs: 'blob' })
}
