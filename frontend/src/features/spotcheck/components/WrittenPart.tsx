import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, isProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { fault } from '@/shared/form/useSaving'
import { instant } from '@/shared/format/day'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { insisted, type WrittenReview } from '../offline/queue'
import { discard, doneWith, replace } from '../offline/store'
import { useSetAside } from '../useSetAside'
import type { Customer, Round } from '../wire'
import { AnswerLines } from './ClauseAnswers'
import { ReviewConflict } from './ReviewConflict'

interface Props {
  written: WrittenReview
  customer: Customer
  round: Round
  onEdit: () => void
}

/** A review that has not arrived: it waits, it was refused, or another was faster. */
export function WrittenPart({ written, customer, round, onEdit }: Props) {
  const { t, language } = useText()
  const client = useQueryClient()
  const asiding = useSetAside(customer, () => doneWith(written))
  const changing = useMutation({
    networkMode: 'always',
    mutationFn: (next: WrittenReview | undefined) => (next ? replace(written, next) : discard(written)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.device }),
  })
  const { held } = written
  const when = instant(new Date(written.at).toISOString(), language)
  const busy = asiding.isPending || changing.isPending
  return (
    <div className="spotcheck-clause screen-only" data-written={held ? 'held' : 'waiting'}>
      <p>
        <strong>{t(held ? 'offline.notSent' : 'offline.waiting', { when })}</strong>
      </p>
      {held?.current ? (
        <ReviewConflict
          key={held.current.id}
          number={written.number}
          round={round}
          current={held.current}
          mine={written.clauses}
          reason={written.reason}
          error={fault(held, 'reason')}
          busy={busy}
          onInsist={(reason) => changing.mutate(insisted(written, held.current?.id ?? '', reason, uuid7()))}
          onAside={() => asiding.mutate({ review: written, stands: held.current?.id ?? '' })}
        />
      ) : (
        <>
          <AnswerLines clauses={written.clauses} round={round} contract={written.contract} />
          {held ? <Trouble error={new ApiProblem(held)} /> : null}
          {held?.errors?.length ? (
            <ul className="small">
              {held.errors.map(({ location, message }) => (
                <li key={location + message}>{message}</li>
              ))}
            </ul>
          ) : null}
          <p className="form-acts">
            <button type="button" className="button button-secondary" disabled={busy} onClick={onEdit}>
              {t('offline.edit')}
            </button>{' '}
            {held?.status === 409 ? (
              <button type="button" className="button button-secondary" disabled={busy} onClick={() => asiding.mutate({ review: written, stands: customer.reviews[0]?.id ?? '' })}>
                {t('offline.asNote')}
              </button>
            ) : null}{' '}
            <button type="button" className="linklike" disabled={busy} onClick={() => changing.mutate(undefined)}>
              {t('unsent.discard')}
            </button>
          </p>
        </>
      )}
      {asiding.error && !isProblem(asiding.error, 401) ? <Trouble error={asiding.error} /> : null}
    </div>
  )
}
