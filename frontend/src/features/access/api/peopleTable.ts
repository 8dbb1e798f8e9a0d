import { client } from '@/shared/api/client'
import type { Format } from '@/shared/list/ExportLinks'

export function peopleTable(format: Format, text: string | undefined) {
  return client.GET('/api/v1/access/people/table', { params: { query: { format, text } }, parseAs: 'blob' })
}
