import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Stage } from '@/shared/api/staged'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { sendCases, type Intake } from './api'
import type { CasesPreview } from './wire'

/** A file of cases: chosen, looked at by the server, written. */
export function useCasesFile(contract: string, requirement: string, today: string) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [said, setSaid] = useState<Intake>({ day: today, part: false, note: '', vanished: '' })
  const [preview, setPreview] = useState<CasesPreview>()
  const [stage, setStage] = useState<Stage>()
  const [error, setError] = useState<unknown>()
  const [written, setWritten] = useState<CasesPreview>()
  const id = useRef('')

  const look = async (chosen: File, intake: Intake) => {
    setPreview(undefined)
    setError(undefined)
    setStage({ stage: 'send', done: 0, of: chosen.size })
    try {
      const found = await sendCases(contract, requirement, chosen, intake, undefined, setStage)
      setPreview(found)
      announce(t('cases.looked', { count: found.new + found.changed }))
    } catch (failure) {
      setError(failure)
    }
    setStage(undefined)
  }

  const take = (chosen: File) => {
    id.current = uuid7()
    setFile(chosen)
    setWritten(undefined)
    void look(chosen, said)
  }

  /** What is said of the file; its day and extent change what it means, so it is looked at anew. */
  const say = (change: Partial<Intake>) => {
    const now = { ...said, ...change }
    setSaid(now)
    if (file && now.day !== '' && (change.day !== undefined || change.part !== undefined)) void look(file, now)
  }

  const write = async () => {
    if (!file || !preview || stage !== undefined) return
    setError(undefined)
    setStage({ stage: 'send', done: 0, of: file.size })
    try {
      const answer = await sendCases(contract, requirement, file, said, { id: id.current, expects: preview.expects }, setStage)
      setWritten(answer)
      announce(answer.fact ? t('cases.written') : t('cases.nothingNew'))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.contract(contract) }),
        client.invalidateQueries({ queryKey: keys.work }),
      ])
    } catch (failure) {
      setError(failure)
    }
    setStage(undefined)
  }

  const again = file ? () => void look(file, said) : undefined
  return { file, said, preview, stage, error, written, take, say, write, again }
}

export type CasesIntake = ReturnType<typeof useCasesFile>
