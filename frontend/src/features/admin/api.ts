import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Format } from '@/shared/list/ExportLinks'

export const contractsQuery = {
  queryKey: keys.admin('contracts'),
  queryFn: () => answer(client.GET('/api/v1/admin/contracts')),
}

export function contractsTable(format: Format, text: string | undefined) {
  return client.GET('/api/v1/admin/contracts/table', { params: { query: { format, text } }, parseAs: 'blob' })
}

export const jobsQuery = {
  queryKey: keys.admin('jobs'),
  queryFn: () => answer(client.GET('/api/v1/admin/jobs')),
  refetchInterval: 10_000,
}

export const mailsQuery = {
  queryKey: keys.admin('mails'),
  queryFn: () => answer(client.GET('/api/v1/admin/mails')),
  refetchInterval: 10_000,
}

export const settingsQuery = {
  queryKey: keys.admin('settings'),
  queryFn: () => answer(client.GET('/api/v1/admin/settings')),
  staleTime: Infinity,
}

export const healthQuery = {
  queryKey: keys.admin('health'),
  queryFn: () => answer(client.GET('/api/v1/admin/health')),
  staleTime: 0,
}
