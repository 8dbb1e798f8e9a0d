import { useState } from 'react'
import { useIncoming, type Incoming } from '@/shared/file/useIncoming'
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
  const incoming = useIncoming<Preview>(contract)
  const { file, preview, busy, error, saved } = incoming
  const [mapping, setMapping] = useState<Mapping>()
  const [typed, setTyped] = useState<Record<string, string>>({})

  const look = async (of: Incoming, by: Mapping | undefined, numbers: Record<string, string>) => {
    const found = await incoming.look(() =>
      previewSurvey(contract, requirement, { ...of, ...(by ? { mapping: by } : {}), ...numbersOf(preview, numbers) }),
    )
    if (found && !by) setMapping(found.mapping)
  }

  const take = async (chosen: File) => {
    setMapping(undefined)
    setTyped({})
    await look(await incoming.take(chosen), undefined, {})
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
    if (!mapping) return
    await incoming.write((sent) =>
      importSurvey(contract, requirement, {
        ...sent, mapping, ...numbersOf(preview, typed), expects,
        day: said.day, final: said.final, note: said.note, ...(said.reason ? { reason: said.reason } : {}),
      }),
    )
  }

  return { file, preview, mapping, typed, busy, error, saved, take, say, type, typedNumbers, write }
}
