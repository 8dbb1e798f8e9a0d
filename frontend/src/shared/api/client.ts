import createClient from 'openapi-fetch'
import { listening } from '@/shared/offline/network'
import { currentLanguage } from '@/shared/text/language'
import { unattended } from './presence'
import type { paths } from './schema'
import type { Problem } from './wire'

/** A refusal by the server, with its problem document. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status))
    this.name = 'ApiProblem'
    this.problem = problem
  }
  get status(): number {
    return this.problem.status
  }
}

export function isProblem(error: unknown, status: number): error is ApiProblem {
  return error instanceof ApiProblem && error.status === status
}

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: listening,
})

client.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage())
    if (unattended()) request.headers.set('Unattended', 'true')
    return request
  },
})

/** The answer's body; a refusal is thrown. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok && data !== undefined) return data
  throw refusal(error, response)
}

/** A file that the server answers with, and what it calls it. */
export async function fileOf(
  call: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<{ blob: Blob; name: string }> {
  const { data, error, response } = await call
  if (!response.ok || !(data instanceof Blob)) throw refusal(error, response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  return { blob: data, name: name ?? 'opfyldt' }
}

function refusal(error: unknown, response: Response): ApiProblem {
  const told = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {}
  return new ApiProblem({ title: response.statusText, ...told, status: response.status })
}
