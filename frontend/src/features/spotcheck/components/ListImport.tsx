import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Stage } from '@/shared/api/staged'
import { DropZone } from '@/shared/file/DropZone'
import { formatRat } from '@/shared/format/rat'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { importPopulation } from '../api/spotchecks'
import type { SpotchecksPage } from '../wire'
import { ListChange } from './ListChange'

interface Props {
  page: SpotchecksPage
  contract: string
  /** Is told when a list begins to be looked at or taken in, and when that has ended. */
  onBusy: (busy: boolean) => void
}

/** A list of customers: looked at first, then taken in. */
export function ListImport({ page, contract, onBusy }: Props) {
  const { t, language } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [stage, setStage] = useState<Stage>()
  const id = useRef('')
  const taking = useMutation({
    mutationFn: ({ chosen, preview }: { chosen: File; preview: boolean }) =>
      importPopulation(contract, page.goal, { file: chosen, id: id.current, day: page.today, expects: page.list?.id ?? '', preview }, setStage),
    onMutate: ({ chosen }) => {
      setStage({ stage: 'send', done: 0, of: chosen.size })
      onBusy(true)
    },
    onSettled: () => {
      setStage(undefined)
      onBusy(false)
    },
    onSuccess: async (taken) => {
      if (!taken.fact) return
      setFile(undefined)
      announce(t('form.saved', { what: taken.fact.sentence }))
      await client.invalidateQueries({ queryKey: keys.contract(contract) })
    },
  })
  const look = (chosen: File) => {
    id.current = uuid7()
    setFile(chosen)
    taking.mutate({ chosen, preview: true })
  }
  const { data: taken, error } = taking
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  return (
    <div className="screen-only">
      <p className="small soft">{t('spotcheck.listWhat')}</p>
      <DropZone label={t('spotcheck.drop')} busy={taking.isPending} onFile={look} />
      {stage ? (
        <p role="status">
          {t(`spotcheck.stage.${stage.stage}`, { done: formatRat(String(stage.done), language) })} <progress aria-hidden="true" {...(stage.of > 0 ? { value: stage.done, max: stage.of } : {})} />
        </p>
      ) : null}
      {error ? <Trouble error={error} /> : null}
      {faults.length > 0 ? (
        <ul className="small">
          {faults.map(({ location, message }) => (
            <li key={location + message}>
              <strong>{location.replace(/^file\.?/, '')}</strong> {message}
            </li>
          ))}
        </ul>
      ) : null}
      {file && taken && !taken.fact && !error ? (
        <>
          <p>{t('spotcheck.wouldBe', { file: file.name, rows: formatRat(String(taken.population.rows), language) })}</p>
          {taken.population.change ? <ListChange change={taken.population.change} /> : null}
          {taken.same ? (
            <p className="empty">{t('spotcheck.same')}</p>
          ) : (
            <p className="form-acts">
              <button type="button" className="button button-primary" disabled={taking.isPending} onClick={() => taking.mutate({ chosen: file, preview: false })}>
                {t('spotcheck.takeIn')}
              </button>
            </p>
          )}
        </>
      ) : null}
    </div>
  )
}
