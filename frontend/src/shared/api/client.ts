import type { Problem } from './wire'
import { currentLanguage } from '@/shared/text/language'

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

interface Request {
  path?: Record<string, string>
  query?: Record<string, string | number | undefined>
  body?: unknown
  signal?: AbortSignal
}

function address(template: string, request: Request): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path?.[name] ?? ''))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const search = query.toString()
  return `/api/v1${path}${search ? `?${search}` : ''}`
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const problem = (await response.json()) as Problem
    return { ...problem, status: response.status }
  } catch {
    return { status: response.status, title: response.statusText }
  }
}

async function send<T>(method: string, template: string, request: Request): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': currentLanguage() }
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (request.signal) init.signal = request.signal
  if (request.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(request.body)
  }
  const response = await fetch(address(template, request), init)
  if (!response.ok) throw new ApiProblem(await problemOf(response))
  return (await response.json()) as T
}

export const api = {
  get: <T>(template: string, request: Request = {}) => send<T>('GET', template, request),
  post: <T>(template: string, request: Request) => send<T>('POST', template, request),
}
