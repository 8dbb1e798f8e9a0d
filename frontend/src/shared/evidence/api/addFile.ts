import { ApiProblem } from '@/shared/api/client'
import type { Day, Fact, Problem } from '@/shared/api/wire'
import { currentLanguage } from '@/shared/text/language'

interface NewFile {
  contract: string
  goal: string
  /** The fact's id: the same file sent again is written once. */
  id: string
  name: string
  /** The day that the file speaks of. */
  day: Day
  content: Blob
}

/** Sends a file and tells how much of it has gone, which fetch cannot. */
export function addFile(file: NewFile, onSent: (share: number) => void, signal: AbortSignal): Promise<Fact> {
  const { contract, goal, id, name, day, content } = file
  const query = new URLSearchParams({ id, name, day })
  const address = `/api/v1/contracts/${encodeURIComponent(contract)}/goals/${encodeURIComponent(goal)}/evidence?${query}`
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total))
    request.addEventListener('load', () => {
      try {
        const body = JSON.parse(request.responseText) as { fact: Fact } | Problem
        if ('fact' in body) resolve(body.fact)
        else reject(new ApiProblem(body))
      } catch {
        reject(new ApiProblem({ title: request.statusText, status: request.status }))
      }
    })
    request.addEventListener('error', () => reject(new Error('unreachable')))
    request.addEventListener('abort', () => reject(new Error('aborted')))
    signal.addEventListener('abort', () => request.abort())
    request.send(content)
  })
}
