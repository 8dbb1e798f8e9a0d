import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { newsQuery, visitQuery } from '@/shared/api/visit'
import type { Day, WorkPage } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'

type Contract = WorkPage['contracts'][number]

/** What others have recorded in each contract since one was last here. */
export function News({ contracts, today }: { contracts: Contract[]; today: Day }) {
  return contracts.map((contract) => <OfContract key={contract.id} contract={contract} today={today} />)
}

function OfContract({ contract, today }: { contract: Contract; today: Day }) {
  const { t, language } = useText()
  const { subject } = useSession()
  const visit = useQuery(visitQuery(contract.id, true)).data
  const known = visit !== undefined && !visit.first
  const news = useQuery(newsQuery(contract.id, known ? visit.size : undefined)).data
  const others = news?.facts.filter((fact) => fact.actor.subject !== subject)
  return (
    <section className="requirement" aria-labelledby={`news-${contract.id}`}>
      <h2 id={`news-${contract.id}`}>{t('work.news', { title: contract.title })}</h2>
      {known && others ? (
        <p className="small soft">
          {others.length === 0
            ? t('change.nothingSince', { since: instant(visit.since, language) })
            : t('change.countSince', { count: others.length, since: instant(visit.since, language) })}
        </p>
      ) : null}
      {visit?.first ? <p className="empty">{t('work.firstVisit')}</p> : null}
      {others ? <FactList facts={others} today={today} of={contract.id} short most={5} /> : null}
      <p className="result-acts">
        <Link to="/c/$contract" params={{ contract: contract.id }}>
          {t('work.overview')}
        </Link>
        <Link to="/c/$contract/log" params={{ contract: contract.id }}>
          {t('change.all')}
        </Link>
      </p>
    </section>
  )
}
