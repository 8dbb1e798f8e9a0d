import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Saved } from '@/shared/api/wire'
import { hexOf } from '@/shared/file/hex'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { importSurvey } from './api/importSurvey'
import { previewSurvey } from './api/preview'
import { numbersOf } from './mapping'
import type { Mapping, Preview } from './wire'

export interface Said {
  day: string
  final: boolean
  note: string
  reason: string
}

/** A file with answers on its way in: chosen, looked at, told what its columns are, written. */
export function useImport(contract: string, requirement: string, expects: string) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<{ name: string; content: string }>()
  const [preview, setPreview] = useState<Preview>()
  const [mapping, setMapping] = useState<Mapping>()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState<Saved>()
  const id = useRef('')
  const turn = useRef(0)

  /** Asks what the file says; an answer that was overtaken is left. */
  const look = async (of: { name: string; content: string }, by: Mapping | undefined, numbers: Record<string, string>) => {
    const mine = ++turn.current
    setBusy(true)
    setError(undefined)
    try {
      const found = await previewSurvey(contract, requirement, { ...of, ...(by ? { mapping: by } : {}), ...numbersOf(preview, numbers) })
      if (mine !== turn.current) return
      setPreview(found)
      if (!by) setMapping(found.mapping)
    } catch (failure) {
      if (mine === turn.current) setError(failure)
    }
    if (mine === turn.current) setBusy(false)
  }

  const take = async (chosen: File) => {
    id.current = uuid7()
    const read = { name: chosen.name, content: await hexOf(chosen) }
    setFile(read)
    setPreview(undefined)
    setMapping(undefined)
    setTyped({})
    setSaved(undefined)
    await look(read, undefined, {})
  }

  const say = (changed: Mapping) => {
    setMapping(changed)
    if (file) void look(file, changed, typed)
  }

  const type = (key: string, text: string) => setTyped((before) => ({ ...before, [key]: text }))
  const typedNumbers = () => {
    if (file && mapping) void look(file, mapping, typed)
  }

  const write = async (said: Said) => {
    if (!file || !mapping || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const answer = await importSurvey(contract, requirement, {
        ...file, mapping, ...numbersOf(preview, typed), id: id.current, expects,
        day: said.day, final: said.final, note: said.note, ...(said.reason ? { reason: said.reason } : {}),
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

  return { file, preview, mapping, typed, busy, error, saved, take, say, type, typedNumbers, write }
}
