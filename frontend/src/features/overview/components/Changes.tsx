import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import type { Overview } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { newsQuery, visitQuery } from '@/shared/api/visit'

const shown = 6

/** What others have reported since one was last here; looking back, or on the first visit, what was reported last. */
export function Changes({ page }: { page: Overview }) {
  const { t, language } = useText()
  const { subject } = useSession()
  const contract = page.contract.id
  const { past, day } = page.asOf
  const visit = useQuery(visitQuery(contract, !past)).data
  const known = !past && visit !== undefined && !visit.first
  const news = useQuery(newsQuery(contract, known ? visit.size : undefined)).data
  if (!known || !news) return <Newest page={page} />
  const others = news.facts.filter((fact) => fact.actor.subject !== subject)
  const since = instant(visit.since, language)
  return (
    <section>
      <h2>{t('change.since')}</h2>
      <p className="small soft">
        {others.length === 0
          ? t('change.nothingSince', { since })
          : t('change.countSince', { count: others.length, since })}
      </p>
      <FactList facts={others} today={day} short most={shown} />
      <LogLink contract={contract} more={news.more} />
    </section>
  )
}

function Newest({ page }: { page: Overview }) {
  const { t } = useText()
  return (
    <section>
      <h2>{t('change.title')}</h2>
      {page.changes.length === 0 ? <p className="empty">{t('change.none')}</p> : null}
      <FactList facts={page.changes.slice(0, shown)} today={page.asOf.day} short />
      {page.changes.length > 0 ? <LogLink contract={page.contract.id} /> : null}
    </section>
  )
}

function LogLink({ contract, more = false }: { contract: string; more?: boolean }) {
  const { t } = useText()
  return (
    <Link to="/c/$contract/log" params={{ contract }}>
      {more ? t('change.more') : t('change.all')}
    </Link>
  )
}
