import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { longDay, monthName } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { qualityQuery } from '../api'
import type { CasesQuality } from '../wire'
import { FindingTable } from './FindingTable'
import { SincePart } from './SincePart'

/** What one should look at among a requirement's cases, and what the newest import changed. */
export function QualityPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(qualityQuery(contract, requirement, useAsOf()))
  usePageTitle(t('cases.quality'), data?.title)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/cases/$requirement" params={{ contract, goal, requirement }}>
          {t('cases.title', { what: data.title })}
        </Link>
      </p>
      <h1>{t('cases.qualityOf', { what: data.title })}</h1>
      {data.newest ? <Found page={data} /> : <p className="empty">{t('cases.nothing')}</p>}
    </>
  )
}

function Found({ page }: { page: CasesQuality }) {
  const { t, language } = useText()
  const found = page.findings.filter(({ cases }) => cases > 0).length
  const number = (n: number) => formatRat(String(n), language)
  return (
    <>
      <p className="result-words">
        {found === 0 ? t('cases.qualityClean', { count: page.findings.length }) : t('cases.qualityFound', { count: found, of: page.findings.length })}
      </p>
      <p className="small soft">
        {t('cases.qualityScope', {
          cases: number(page.checked),
          from: longDay(page.from, language),
          to: longDay(page.to, language),
          extract: longDay(page.newest?.day ?? '', language),
        })}
      </p>
      <section className="requirement">
        <h2>{t('cases.checks')}</h2>
        <p>{t('cases.checksAbout')}</p>
        <FindingTable page={page} />
      </section>
      <section className="requirement">
        <h2>{t('cases.gaps')}</h2>
        <Gaps page={page} />
      </section>
      {page.since ? <SincePart page={page} since={page.since} /> : null}
    </>
  )
}

/** Whole months in which nothing happened. */
function Gaps({ page }: { page: CasesQuality }) {
  const { t, language } = useText()
  const names = (months: string[]) => months.map((month) => monthName(month, language)).join(', ')
  if (page.months === 0) return <p>{t('cases.gapsTooEarly')}</p>
  if (page.notConcluded.length + page.notReceived.length === 0) return <p>{t('cases.gapsNone', { count: page.months })}</p>
  return (
    <ul>
      {page.notConcluded.length > 0 ? <li>{t('cases.gapsConcluded', { months: names(page.notConcluded) })}</li> : null}
      {page.notReceived.length > 0 ? <li>{t('cases.gapsReceived', { months: names(page.notReceived) })}</li> : null}
    </ul>
  )
}
