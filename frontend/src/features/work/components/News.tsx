import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Day, WorkPage } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { newsQuery } from '../api'
import { useRead } from '../useRead'

type Contract = WorkPage['contracts'][number]

/** What has been recorded since this person last said that they had read it. */
export function News({ contracts, today }: { contracts: Contract[]; today: Day }) {
  return contracts.map((contract) => <OfContract key={contract.id} contract={contract} today={today} />)
}

function OfContract({ contract, today }: { contract: Contract; today: Day }) {
  const { t } = useText()
  const { data } = useQuery(newsQuery(contract.id))
  const [read, setRead] = useRead(contract.id)
  const newest = data?.facts[0]
  if (!data || newest === undefined) return null
  const news = data.facts.filter((fact) => fact.leaf > read)
  const more = news.length === data.facts.length && data.next !== null
  return (
    <section className="requirement" aria-labelledby={`news-${contract.id}`}>
      <h2 id={`news-${contract.id}`}>{t('work.news', { title: contract.title })}</h2>
      {news.length === 0 ? <p className="empty">{t('work.noNews')}</p> : null}
      <FactList facts={news} today={today} of={contract.id} short most={5} />
      <p className="result-acts">
        {news.length > 0 ? (
          <button type="button" className="linklike" onClick={() => setRead(newest.leaf)}>
            {more ? t('work.readMore') : t('work.read', { count: news.length })}
          </button>
        ) : null}
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
