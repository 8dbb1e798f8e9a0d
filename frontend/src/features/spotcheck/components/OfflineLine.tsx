import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keys } from '@/shared/api/keys'
import { instant } from '@/shared/format/day'
import { noteSilence, useSilentSince } from '@/shared/offline/network'
import { useText } from '@/shared/text/useText'
import { waiting } from '../offline/queue'
import { useDevice, useSynchronise } from '../offline/useDevice'

/** How often to ask whether anybody answers again. */
const asks = 30_000

/** For who took something along: since when there is no network, and what waits to be sent. */
export function OfflineLine() {
  const { t, language } = useText()
  const client = useQueryClient()
  const since = useSilentSince()
  const { taken, written } = useDevice()
  const { mutate: send, data: came, isPending } = useSynchronise()
  const any = taken.length + written.length > 0
  const silent = since !== undefined
  const wait = waiting(written)
  const held = written.filter((one) => one.held)
  useEffect(() => {
    const gone = () => noteSilence()
    const back = () => void client.invalidateQueries({ queryKey: keys.session })
    window.addEventListener('offline', gone)
    window.addEventListener('online', back)
    const asking = any && silent ? setInterval(back, asks) : undefined
    return () => {
      window.removeEventListener('offline', gone)
      window.removeEventListener('online', back)
      clearInterval(asking)
    }
  }, [client, any, silent])
  const newest = wait.at(-1)?.id
  useEffect(() => {
    // Somebody answers (again), or something new was written: it goes out by itself.
    if (!silent && newest !== undefined) send()
  }, [silent, newest, send])
  useEffect(() => {
    if (!silent) void client.invalidateQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  }, [client, silent])
  if (!any || (!silent && written.length === 0)) return null
  const first = (held[0] ?? wait[0]) as { contract: string; goal: string; round: string } | undefined
  const along = taken[0]?.what
  const place = first ?? (along ? { contract: along.contract, goal: along.page.goal, round: along.page.round } : undefined)
  return (
    <section className="wrap unsent screen-only" aria-label={t('offline.title')}>
      <p role="status">
        {silent ? `${t('offline.since', { when: instant(new Date(since).toISOString(), language) })} ` : null}
        {wait.length > 0 ? t('offline.waits', { count: wait.length }) : null}
        {wait.length > 0 && came?.stopped === 'login' ? ` ${t('offline.login')}` : null}
        {silent && written.length === 0 ? t('offline.nothingWaits') : null}
        {held.length > 0 ? ` ${t('offline.held', { count: held.length })}` : null}
      </p>
      <p className="form-acts">
        {wait.length > 0 ? (
          <button type="button" className="button button-primary" aria-disabled={isPending} onClick={() => send()}>
            {t('held.now')}
          </button>
        ) : null}{' '}
        {place ? (
          <Link to="/c/$contract/goals/$goal/spotchecks/$round" params={place}>
            {t('offline.toRound')}
          </Link>
        ) : null}
      </p>
    </section>
  )
}
