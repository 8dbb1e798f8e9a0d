import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { changed, useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { casesQuery, casesTable, pageLength } from '../api'
import { filterNames, listPlace, type CasesSearch } from '../search'
import { useListInView } from '../useListInView'
import type { CasesPage as Page } from '../wire'
import { AheadPart } from './AheadPart'
import { CaseFilter } from './CaseFilter'
import { CaseStanding } from './CaseStanding'
import { CaseStatistics } from './CaseStatistics'
import { CaseTable } from './CaseTable'

/** A requirement's cases: what follows from them, how they are spread, and each of them. */
export function CasesPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const search: CasesSearch = useSearch({ strict: false })
  const asOf = useAsOf()
  const { state, month, kind, outcome, text, dueFrom, dueTo, finding, sort, down, after } = search
  const narrowed = { state, month, kind, outcome, text, dueFrom, dueTo, finding, sort, down, after }
  const { data, error, refetch } = useQuery(casesQuery(contract, requirement, narrowed, asOf))
  useListInView(requirement, data !== undefined)
  usePageTitle(data ? t('cases.title', { what: data.title }) : undefined)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const params = { contract, goal, requirement }
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal }}>
          {data.goalTitle}
        </Link>
      </p>
      <h1>{t('cases.title', { what: data.title })}</h1>
      <CaseStanding page={data} />
      {data.canImport && asOf === undefined ? (
        <p className="result-acts screen-only">
          <Link to="/c/$contract/goals/$goal/cases/$requirement/import" params={params} className={data.newest ? undefined : 'button button-primary'}>
            {t(data.newest ? 'cases.importAgain' : 'cases.import')}
          </Link>
        </p>
      ) : null}
      {data.newest ? (
        <>
          <p>
            <Link to="/c/$contract/goals/$goal/cases/$requirement/quality" params={params}>
              {t('cases.quality')}
            </Link>
          </p>
          <AheadPart requirement={requirement} file={`${contract}-${requirement}`} />
          <CaseStatistics page={data} file={`${contract}-${requirement}`} />
          <section className="requirement" id={listPlace}>
            <h2>{t('cases.list')}</h2>
            <CaseFilter page={data} search={search} />
            <Counted page={data} search={search} ask={(format) => casesTable(contract, requirement, narrowed, asOf, format)} />
            {data.cases.length > 0 ? <CaseTable page={data} search={search} /> : <p className="empty">{t('cases.noneFound')}</p>}
            <p className="filter screen-only">
              {search.after !== undefined ? (
                <Link to="." search={changed({ after: undefined })}>
                  {t('cases.first')}
                </Link>
              ) : null}{' '}
              {data.next !== '' ? (
                <Link to="." search={changed({ after: data.next })}>
                  {t('cases.next', { count: pageLength })}
                </Link>
              ) : null}
            </p>
          </section>
        </>
      ) : null}
    </>
  )
}

const most = 10_000

function Counted({ page, search, ask }: { page: Page; search: CasesSearch; ask: Parameters<typeof ExportLinks>[0]['ask'] }) {
  const { t } = useText()
  const narrowed = filterNames.some((name) => search[name] !== undefined)
  return (
    <p className="list-count">
      <span role="status">
        {page.found > most ? t('cases.foundMore', { count: most }) : t('cases.found', { count: page.found })}{' '}
        {narrowed ? (
          <Link to="." search={changed({ ...Object.fromEntries(filterNames.map((name) => [name, undefined])), after: undefined })}>
            {t('cases.clear')}
          </Link>
        ) : null}
      </span>
      <span className="exports screen-only">
        <ExportLinks ask={ask} />
      </span>
    </p>
  )
}
