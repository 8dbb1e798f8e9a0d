import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { instant } from '@/shared/format/day'
import { canOpenOffline } from '@/shared/offline/worker'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { toReview } from '../offline/along'
import { putBack, takeAlong } from '../offline/store'
import { useTaken } from '../offline/useDevice'
import type { Where } from '../useSay'
import type { Customer, Round } from '../wire'

/** Takes the customers that are still to be reviewed along, to where there is no network. */
export function TakePart({ round, where }: { round: Round; where: Where }) {
  const { t, language } = useText()
  const session = useSession()
  const client = useQueryClient()
  const taken = useTaken(where.contract, where.goal, where.round)
  const changing = useMutation({
    mutationFn: (customers: Customer[] | undefined) =>
      customers ? takeAlong(session, where.contract, round, customers) : putBack(session.subject, taken?.key ?? ''),
    onSettled: () => client.invalidateQueries({ queryKey: keys.device }),
  })
  const mine = toReview(round, session.subject)
  const all = toReview(round)
  if (all.length === 0 && !taken) return null
  const button = (customers: Customer[] | undefined, text: string) => (
    <button type="button" className="button button-secondary" disabled={changing.isPending} onClick={() => changing.mutate(customers)}>
      {text}
    </button>
  )
  return (
    <section className="requirement screen-only">
      <h2>{t('offline.take')}</h2>
      {canOpenOffline() ? (
        <>
          <p role="status">
            {taken
              ? t('offline.taken', {
                  count: taken.what.page.customers.length,
                  when: instant(new Date(taken.at).toISOString(), language),
                  until: instant(new Date(taken.until).toISOString(), language),
                })
              : t('offline.takeWhat')}
          </p>
          <p className="form-acts">
            {mine.length > 0 && mine.length < all.length ? button(mine, t('offline.takeMine', { count: mine.length })) : null}{' '}
            {all.length > 0 ? button(all, t('offline.takeAll', { count: all.length })) : null}{' '}
            {taken ? button(undefined, t('offline.putBack')) : null}
          </p>
          {changing.error ? <Trouble error={changing.error} /> : null}
        </>
      ) : (
        <p className="empty">{t('offline.cannot')}</p>
      )}
    </section>
  )
}
