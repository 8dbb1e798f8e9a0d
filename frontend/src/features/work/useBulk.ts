import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { noting, parting, type How, type Sent } from '@/shared/api/how'
import { keys } from '@/shared/api/keys'
import type { Saved, WorkLine } from '@/shared/api/wire'
import { useHold, type Held } from '@/shared/form/useHold'
import { idOf, useUnsent } from '@/shared/form/useUnsent'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { keyOf } from './acts'

/** Why a line's fact was not written, by line. */
export type Failures = Record<string, string>

/** A line with the one request that is its fact. */
export interface Item {
  line: WorkLine
  send: (how?: How) => Promise<Saved>
}

interface Outcome {
  items: Item[]
  written: Saved[]
  /** What was asked for each of the written, in the same order. */
  asked: Sent[]
  failures: Failures
}

interface Bulk {
  send: (items: Item[]) => void
  busy: boolean
  failures: Failures
  held: Held | undefined
}

/** Asks for each line what would be recorded, holds that back, then writes each as a fact of its own. */
export function useBulk(onWritten: (left: string[]) => void): Bulk {
  const client = useQueryClient()
  const announce = useAnnounce()
  const hold = useHold()
  const unsent = useUnsent()
  const { t } = useText()
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])

  const reason = (error: unknown): string => {
    if (!(error instanceof ApiProblem)) return t('form.unreachable')
    if (error.status === 409) return t('work.stale')
    return error.problem.errors?.map((one) => one.message).join(' ') || error.message
  }

  // One after another; when the page is being left, all at once.
  const each = async (items: Item[], how: How | undefined, trial = false): Promise<Outcome> => {
    const outcome: Outcome = { items, written: [], asked: [], failures: {} }
    const one = async ({ line, send }: Item) => {
      try {
        if (trial) {
          let asked: Sent | undefined
          outcome.written.push(await send(noting((sent) => (asked = sent))))
          if (asked) outcome.asked.push(asked)
        } else {
          const saved = await send(how)
          outcome.written.push(saved)
          unsent.drop(saved.fact.id)
        }
      } catch (error) {
        outcome.failures[keyOf(line)] = reason(error)
      }
    }
    if (how === parting) await Promise.all(items.map(one))
    else for (const item of items) await one(item)
    return outcome
  }

  const writing = useMutation({
    mutationFn: ({ items, how }: { items: Item[]; unfit: string[]; ids: string[]; how?: How }) => each(items, how),
    onSuccess: async ({ items, written, failures }, { unfit, ids }) => {
      // What failed stands among the lines with its reason; where they are gone, the page offers it.
      const failed = ids.filter((id) => !written.some((saved) => saved.fact.id === id))
      failed.forEach(here.current ? unsent.drop : unsent.leave)
      const left = [...unfit, ...Object.keys(failures)]
      announce(
        left.length === 0
          ? t('work.written', { count: written.length })
          : t('work.writtenSome', { count: written.length + left.length, written: written.length }),
      )
      const touched = new Set(items.map(({ line }) => line.contract))
      await client.invalidateQueries({ queryKey: keys.work })
      onWritten(left)
      await Promise.all([...touched].map((id) => client.invalidateQueries({ queryKey: keys.contract(id) })))
    },
  })
  const trying = useMutation({
    mutationFn: (items: Item[]) => each(items, undefined, true),
    onSuccess: ({ items, written, asked, failures }) => {
      const fit = items.filter(({ line }) => failures[keyOf(line)] === undefined)
      if (fit.length === 0) return
      const ids = asked.map(idOf)
      asked.forEach((sent, index) => unsent.keep(sent, written[index]?.fact.sentence ?? '', ''))
      hold.begin(
        written.map((saved) => saved.fact.sentence),
        (leaving) => {
          const how = leaving ? { how: parting } : {}
          writing.mutate({ items: fit, unfit: Object.keys(failures), ids, ...how })
        },
        () => ids.forEach(unsent.drop),
      )
    },
  })
  return {
    send: (items) => {
      writing.reset()
      trying.mutate(items)
    },
    busy: trying.isPending || writing.isPending,
    failures: { ...trying.data?.failures, ...writing.data?.failures },
    held: hold.held,
  }
}
