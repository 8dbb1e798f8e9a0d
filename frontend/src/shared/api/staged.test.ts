import { afterEach, expect, test, vi } from 'vitest'
import { ApiProblem } from './client'
import { sendStaged, type Stage } from './staged'

/** Stands in for the browser's request: it is told what the server sends, piece by piece. */
class FakeRequest {
  static last: FakeRequest
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  headers: Record<string, string> = {}
  status = 200
  responseText = ''
  sent: unknown
  onprogress?: () => void
  onload?: () => void
  onerror?: () => void
  constructor() {
    FakeRequest.last = this
  }
  open() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value
  }
  send(body: unknown) {
    this.sent = body
  }
  tell(text: string) {
    this.responseText += text
    this.onprogress?.()
  }
}

afterEach(() => vi.unstubAllGlobals())

function begin(load: Blob | object) {
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const stages: Stage[] = []
  const answer = sendStaged<{ n: number }>('/x', load, (stage) => stages.push(stage))
  return { answer, stages, request: FakeRequest.last }
}

test('lines are read as they come, also when one comes in two pieces', async () => {
  const { answer, stages, request } = begin({ a: 1 })
  request.upload.onprogress?.({ loaded: 3, total: 7 })
  request.tell('{"stage":"check","do')
  request.tell('ne":1,"of":9}\n{"stage":"write","done":2,"of":9}\n')
  request.tell('{"status":201,"answer":{"n":4}}\n')
  request.onload?.()
  await expect(answer).resolves.toEqual({ n: 4 })
  expect(request.sent).toBe('{"a":1}')
  expect(stages).toEqual([
    { stage: 'send', done: 3, of: 7 },
    { stage: 'check', done: 1, of: 9 },
    { stage: 'write', done: 2, of: 9 },
  ])
})

test('a refusal in the last line is thrown with its status', async () => {
  const { answer, request } = begin(new Blob(['x']))
  request.tell('{"stage":"check","done":1,"of":1}\n{"status":409,"answer":{"title":"stale"}}\n')
  request.onload?.()
  const error: unknown = await answer.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiProblem)
  expect((error as ApiProblem).status).toBe(409)
  expect(request.headers['Content-Type']).toBe('application/octet-stream')
})

test('a refusal before the work began is thrown too', async () => {
  const { answer, request } = begin({})
  request.status = 401
  request.tell('{"title":"Log in"}')
  request.onload?.()
  await expect(answer).rejects.toMatchObject({ problem: { status: 401, title: 'Log in' } })
})

test('an answer that was broken off is no answer', async () => {
  const { answer, request } = begin({})
  request.tell('{"stage":"write","done":1,"of":2}\n')
  request.onload?.()
  await expect(answer).rejects.toBeInstanceOf(TypeError)
})
