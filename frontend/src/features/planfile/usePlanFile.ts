import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Stage } from '@/shared/api/staged'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { previewFile, writeReports, type Preview, type Written } from './api'
import { nothingSaid, reportsOf, type Said } from './choose'

/** A plan's file on its way in: chosen, compared, written. */
export function usePlanFile(contract: string) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<Preview>()
  const [said, setSaid] = useState<Said>(nothingSaid)
  const [stage, setStage] = useState<Stage>()
  const [error, setError] = useState<unknown>()
  const [overtaken, setOvertaken] = useState(false)
  const [written, setWritten] = useState<Written>()

  const check = async (chosen: File) => {
    setFile(chosen)
    setError(undefined)
    setStage({ stage: 'send', done: 0, of: chosen.size })
    try {
      const found = await previewFile(contract, chosen, setStage)
      setPreview(found)
      announce(t('planfile.compared', { count: found.changes.length, faults: found.faultCount }))
    } catch (failure) {
      setError(failure)
    }
    setStage(undefined)
  }

  const take = (chosen: File) => {
    setPreview(undefined)
    setWritten(undefined)
    setOvertaken(false)
    setSaid(nothingSaid)
    void check(chosen)
  }

  const write = async () => {
    if (preview === undefined || file === undefined || stage !== undefined) return
    const reports = reportsOf(preview.changes, said)
    setError(undefined)
    setStage({ stage: 'send', done: 0, of: reports.length })
    try {
      const answer = await writeReports(contract, reports, setStage)
      setWritten(answer)
      setPreview(undefined)
      announce(t('planfile.written', { count: reports.length }))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.contract(contract) }),
        client.invalidateQueries({ queryKey: keys.work }),
      ])
    } catch (failure) {
      // Somebody was faster: what stands is compared anew, and what was said is kept.
      if (isProblem(failure, 409)) {
        setOvertaken(true)
        await check(file)
        return
      }
      setError(failure)
    }
    setStage(undefined)
  }

  const leave = () => {
    setFile(undefined)
    setPreview(undefined)
    setWritten(undefined)
    setOvertaken(false)
    setError(undefined)
    setSaid(nothingSaid)
  }

  return { file, preview, said, setSaid, stage, error, overtaken, written, take, check, write, leave }
}
