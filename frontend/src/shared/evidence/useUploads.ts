import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Day, Evidence, Problem } from '@/shared/api/wire'
import { uuid7 } from '@/shared/format/uuid'
import type { addFile } from './api/addFile'

/** A file that is chosen and not yet kept. */
export interface Upload {
  /** The id of the fact to be; the same however often it is sent. */
  id: string
  file: File
  /** The day it speaks of; empty until it is said. */
  day: Day
  /** It was to be sent, and its day must be said first. */
  asked?: boolean
  /** How much has gone, from 0 to 1; undefined while it waits. */
  sent?: number | undefined
  problem?: Problem | undefined
  unreachable?: boolean
}

interface Uploads {
  waiting: Upload[]
  choose: (files: Iterable<File>) => void
  setDay: (id: string, day: Day) => void
  drop: (id: string) => void
  send: () => void
}

/** Files on their way in: each is asked which day it speaks of, then sent, and named when it is kept. */
export function useUploads(
  contract: string,
  goal: string,
  send: typeof addFile,
  onKept: (kept: Evidence) => void,
): Uploads {
  const [waiting, setWaiting] = useState<Upload[]>([])
  const client = useQueryClient()
  const given = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    given.current = controller
    return () => controller.abort()
  }, [])
  const change = useCallback((id: string, changed: Partial<Upload>) => {
    setWaiting((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)))
  }, [])
  const drop = useCallback((id: string) => setWaiting((all) => all.filter((one) => one.id !== id)), [])

  const sendOne = async (upload: Upload) => {
    change(upload.id, { sent: 0, problem: undefined, unreachable: false })
    try {
      const { id, file, day } = upload
      const fact = await send(
        { contract, goal, id, name: file.name, day, content: file },
        (sent) => change(id, { sent }),
        given.current.signal,
      )
      drop(id)
      onKept({ title: file.name, file: fact.id })
      await client.invalidateQueries({ queryKey: keys.contract(contract) })
    } catch (error) {
      change(upload.id, {
        sent: undefined,
        problem: error instanceof ApiProblem ? error.problem : undefined,
        unreachable: !(error instanceof ApiProblem),
      })
    }
  }

  return {
    waiting,
    choose: (files) =>
      setWaiting((all) => [...all, ...[...files].map((file) => ({ id: uuid7(), file, day: '' }))]),
    setDay: (id, day) => change(id, { day }),
    drop,
    send: () => {
      setWaiting((all) => all.map((one) => ({ ...one, asked: true })))
      void sendAll(waiting.filter(({ sent, day }) => sent === undefined && day !== ''), sendOne)
    },
  }
}

/** One after the other: a slow line is not shared. */
async function sendAll(all: Upload[], sendOne: (upload: Upload) => Promise<void>): Promise<void> {
  for (const one of all) await sendOne(one)
}
