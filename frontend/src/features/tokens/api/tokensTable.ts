import { client } from '@/shared/api/client'
import type { Format } from '@/shared/list/ExportLinks'

/** The tokens that hold the text, as a file. */
export function tokensTable(format: Format, text: string | undefined) {
  return client.GET('/api/v1/tokens/table', { params: { query: { format, text } }, parseAs: 'blob' })
}
