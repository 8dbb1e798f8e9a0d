import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { pageLength, portfolioQuery } from '../api/portfolio'
import { portfolioTable } from '../api/portfolioTable'
import { filterNames, type PortfolioSearch, type View } from '../search'
import type { PortfolioPage as Page } from '../wire'
import { GoalMap } from './GoalMap'
import { PortfolioFilter } from './PortfolioFilter'
import { PortfolioTable } from './PortfolioTable'
import { Years } from './Years'

const views: View[] = ['table', 'map', 'years']

/** All contracts that one sees, side by side. */
export function PortfolioPage() {
  const { t, language } = useText()
  const search: PortfolioSearch = useSearch({ strict: false })
  const { data, error, refetch } = useQuery(portfolioQuery(search))
  usePageTitle(t('portfolio.title'))
  const view = search.view ?? 'table'
  return (
    <div className="wrap">
      <main className="main-column page" id="content" tabIndex={-1}>
        <h1>{t('portfolio.title')}</h1>
        {data ? <Answer page={data} narrowed={filterNames.some((name) => search[name] !== undefined)} /> : null}
        {search.asOf === undefined ? null : (
          <p className="sub" role="status">
            {t('portfolio.past', { day: longDay(search.asOf, language) })}{' '}
            <Link to="." search={changed({ asOf: undefined })}>
              {t('past.back')}
            </Link>
          </p>
        )}
        <PortfolioFilter search={search} agencies={data?.agencies ?? []} years={data?.years ?? []} />
        <nav className="views screen-only" aria-label={t('portfolio.views')}>
          {views.map((one) =>
            one === view ? (
              <strong key={one} aria-current="true">
                {t(`portfolio.view.${one}`)}
              </strong>
            ) : (
              <Link key={one} to="." search={changed({ view: one })} resetScroll={false}>
                {t(`portfolio.view.${one}`)}
              </Link>
            ),
          )}
        </nav>
        {data ? (
          <>
            {data.lines.length === 0 ? (
              <p className="empty">{t('portfolio.none')}</p>
            ) : view === 'table' ? (
              <PortfolioTable lines={data.lines} search={search} today={data.day} />
            ) : view === 'map' ? (
              <GoalMap lines={data.lines} asOf={search.asOf} />
            ) : (
              <Years lines={data.lines} asOf={search.asOf} />
            )}
            <Pages search={search} count={data.tally.contracts} />
            <p className="list-count screen-only">
              <ExportLinks ask={(format) => portfolioTable(search, format)} />
            </p>
          </>
        ) : error ? (
          <Trouble error={error} again={() => void refetch()} />
        ) : (
          <Waiting />
        )}
      </main>
    </div>
  )
}

/** The answer in words, before any table. */
function Answer({ page: { tally }, narrowed }: { page: Page; narrowed: boolean }) {
  const { t } = useText()
  return (
    <p className="sub" role="status">
      {narrowed ? t('portfolio.found', { count: tally.contracts }) : t('portfolio.count', { count: tally.contracts })}{' '}
      {tally.late > 0 ? t('portfolio.late', { count: tally.late }) : t('portfolio.noneLate')}{' '}
      {tally.missed > 0 ? t('portfolio.missed', { count: tally.missed }) : t('portfolio.noneMissed')}{' '}
      {tally.pending > 0 ? t('portfolio.pending', { count: tally.pending }) : null}
    </p>
  )
}

function Pages({ search, count }: { search: PortfolioSearch; count: number }) {
  const { t } = useText()
  const skip = search.skip ?? 0
  if (count <= pageLength && skip === 0) return null
  return (
    <p className="filter screen-only">
      {skip > 0 ? (
        <Link to="." search={changed({ skip: skip > pageLength ? skip - pageLength : undefined })}>
          {t('list.before', { count: pageLength })}
        </Link>
      ) : null}
      {skip + pageLength < count ? (
        <Link to="." search={changed({ skip: skip + pageLength })}>
          {t('log.next', { count: pageLength })}
        </Link>
      ) : null}
    </p>
  )
}
