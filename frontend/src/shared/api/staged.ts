import { currentLanguage } from '@/shared/text/language'
import { ApiProblem } from './client'
import type { Problem } from './wire'

/** How far long work is: what is being done, and how much of it. */
export interface Stage {
  stage: 'send' | 'check' | 'write' | 'read' | 'hash'
  done: number
  of: number
}

/** What is sent: a file as it is, or a document. */
export type Load = Blob | object

interface LastLine {
  status: number
  answer: unknown
}

/**
 * Sends long work and says how far it is: first the sending, then what the server
 * tells line by line. The answer stands in the last line; a refusal is thrown.
 */
export function sendStaged<A>(url: string, load: Load, onStage: (stage: Stage) => void): Promise<A> {
  return new Promise((done, failed) => {
    // The one way to see how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('Accept', 'application/x-ndjson')
    request.setRequestHeader('Accept-Language', currentLanguage())
    const file = load instanceof Blob
    request.setRequestHeader('Content-Type', file ? 'application/octet-stream' : 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onStage({ stage: 'send', done: loaded, of: total })
    let read = 0
    request.onprogress = () => {
      const end = request.responseText.lastIndexOf('\n')
      for (const line of request.responseText.slice(read, Math.max(read, end)).split('\n')) {
        const told = parse<Partial<Stage>>(line)
        if (told?.stage !== undefined) onStage(told as Stage)
      }
      read = Math.max(read, end + 1)
    }
    const silent = () => failed(new TypeError('no answer'))
    request.onerror = silent
    request.ontimeout = silent
    request.onload = () => {
      const text = request.responseText.trimEnd()
      const last = request.status === 200 ? parse<LastLine>(text.slice(text.lastIndexOf('\n') + 1)) : undefined
      if (last?.status !== undefined && last.status < 400) done(last.answer as A)
      else if (last?.status !== undefined) failed(refusal(last.status, last.answer))
      else if (request.status === 200) silent() // broken off
      else failed(refusal(request.status, parse(text)))
    }
    request.send(file ? load : JSON.stringify(load))
  })
}

function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

function refusal(status: number, told: unknown): ApiProblem {
  return new ApiProblem({ ...(typeof told === 'object' ? (told as Partial<Problem>) : {}), status })
}
