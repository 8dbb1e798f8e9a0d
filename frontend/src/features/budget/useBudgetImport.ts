import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Saved } from '@/shared/api/wire'
import { hexOf } from '@/shared/file/hex'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { previewBudget, sendBudget } from './api/send'
import type { BudgetPage, Preview, What } from './wire'

export interface Said {
  final: boolean
  gone: boolean
  note: string
  reason: string
}

/** A file on its way in: chosen, looked at, written. */
export function useBudgetImport(contract: string, page: BudgetPage) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<{ name: string; content: string }>()
  const [preview, setPreview] = useState<Preview>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState<Saved>()
  const id = useRef('')
  const turn = useRef(0)

  /** Asks what the file says; an answer that was overtaken is left. */
  const look = async (of: { name: string; content: string }, what: What, day: string) => {
    const mine = ++turn.current
    setBusy(true)
    setError(undefined)
    setPreview(undefined)
    try {
      const found = await previewBudget(contract, page.requirement, { ...of, what, day })
      if (mine === turn.current) setPreview(found)
    } catch (failure) {
      if (mine === turn.current) setError(failure)
    }
    if (mine === turn.current) setBusy(false)
  }

  const take = async (chosen: File, what: What, day: string) => {
    id.current = uuid7()
    const read = { name: chosen.name, content: await hexOf(chosen) }
    setFile(read)
    await look(read, what, day)
  }

  const again = (what: What, day: string) => {
    if (file && day) void look(file, what, day)
  }

  const write = async (what: What, day: string, said: Said) => {
    if (!file || busy) return
    setBusy(true)
    setError(undefined)
    const reason = said.reason ? { reason: said.reason } : {}
    try {
      const answer = await sendBudget(contract, page.requirement, what, {
        ...file, id: id.current, day, ...reason,
        ...(what === 'base' ? { expects: page.expectsBase } : { expects: page.expectsPostings, final: said.final, gone: said.gone, note: said.note }),
      })
      setSaved(answer)
      announce(t('form.saved', { what: answer.fact.sentence }))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.contract(contract) }),
        client.invalidateQueries({ queryKey: keys.work }),
      ])
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }

  const forget = () => {
    turn.current++
    setFile(undefined)
    setPreview(undefined)
    setError(undefined)
    setBusy(false)
  }

  return { file, preview, busy, error, saved, take, again, write, forget }
}
