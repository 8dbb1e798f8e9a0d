import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { resend } from '@/shared/api/resend'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { offered, type Offer } from './offered'
import { dropUnsent } from './unsent'

/** What somebody chose to save and what did not arrive: offered again, and written once. */
export function UnsentFacts({ subject }: { subject: string }) {
  const { t } = useText()
  const { data } = useQuery({
    queryKey: keys.unsent,
    queryFn: () => offered(subject),
    staleTime: 0,
    refetchInterval: ({ state }) => state.data?.again ?? false,
  })
  const offers = data?.offers ?? []
  if (offers.length === 0) return null
  return (
    <section className="wrap unsent screen-only" aria-label={t('unsent.title')}>
      <p role="status">{t('unsent.text', { count: offers.length })}</p>
      <ul className="plain">
        {offers.map((offer) => (
          <One key={offer.unsent.id} offer={offer} subject={subject} />
        ))}
      </ul>
    </section>
  )
}

function One({ offer: { unsent, refused }, subject }: { offer: Offer; subject: string }) {
  const { t } = useText()
  const client = useQueryClient()
  const announce = useAnnounce()
  const sending = useMutation({
    mutationFn: () => resend(unsent),
    onSuccess: async ({ fact }) => {
      dropUnsent(subject, unsent.id)
      announce(t('form.saved', { what: fact.sentence }))
      await client.invalidateQueries()
    },
  })
  const discard = () => {
    dropUnsent(subject, unsent.id)
    void client.invalidateQueries({ queryKey: keys.unsent })
  }
  const { error } = sending
  const why = error instanceof ApiProblem ? error.message : refused
  return (
    <li>
      <strong>{tidy(unsent.what)}</strong>
      {why === undefined ? null : <p className="form-error-message">{t('unsent.refused', { why })}</p>}
      {error && !(error instanceof ApiProblem) ? (
        <p className="form-error-message" role="alert">
          {t('form.unreachable')}
        </p>
      ) : null}
      <p className="form-acts">
        {why === undefined ? (
          <button type="button" className="button button-primary" aria-disabled={sending.isPending} onClick={() => sending.mutate()}>
            {t('held.now')}
          </button>
        ) : null}
        <button type="button" className="linklike" onClick={discard}>
          {t('unsent.discard')}
        </button>
      </p>
    </li>
  )
}
