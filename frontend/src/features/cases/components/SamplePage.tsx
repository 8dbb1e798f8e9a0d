import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { formatRat } from '@/shared/format/rat'
import { useAsOf, useContractId } from '@/shared/route'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { sampleQuery, type SamplePageData } from '../sampleApi'
import { SampleForm } from './SampleForm'
import { SampleTable } from './SampleTable'

/** The subsample of the cases behind a result: what is drawn, what was found, and the form that says so. */
export function SamplePage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const { subject } = useSearch({ strict: false })
  const asOf = useAsOf()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(sampleQuery(contract, requirement, subject, asOf))
  usePageTitle(t('cases.sample'), data?.title)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const toGoal = () => void navigate({ to: '/c/$contract/goals/$goal', params: { contract, goal } })
  return (
    <div className="sample">
      <p className="small">
        <Link to="/c/$contract/goals/$goal/cases/$requirement" params={{ contract, goal, requirement }}>
          {t('cases.title', { what: data.title })}
        </Link>
      </p>
      <h1>{t('cases.sample')}</h1>
      <p className="result-words">
        <Link to="/c/$contract/facts/$fact" params={{ contract, fact: data.result.id }}>
          {tidy(data.result.sentence)}
        </Link>
      </p>
      <Drawn page={data} />
      {data.found ? <Found page={data} contract={contract} /> : null}
      {data.canVerify && asOf === undefined ? (
        <SampleForm page={data} contract={contract} onClose={toGoal} />
      ) : (
        <>
          {data.verified || asOf !== undefined ? null : <p className="small soft">{t('cases.sampleOthers')}</p>}
          <SampleTable page={data} found={data.found?.cases} />
        </>
      )}
      <Replay page={data} />
    </div>
  )
}

/** How many are drawn, and what that can show. */
function Drawn({ page }: { page: SamplePageData }) {
  const { t, language } = useText()
  const { population = 0, size = 0 } = page.draw
  const number = (n: number) => formatRat(String(n), language)
  if (population === 0) return <p>{t('cases.sampleEmpty')}</p>
  return (
    <p>
      {t('cases.sampleDrawn', { size, population: number(population) })}{' '}
      {t('cases.sampleShows', {
        tolerated: number(page.tolerated),
        tolerable: formatRat(page.tolerable, language),
        confidence: formatRat(page.confidence, language),
      })}
    </p>
  )
}

/** What a verification found. */
function Found({ page, contract }: { page: SamplePageData; contract: string }) {
  if (!page.verified) return null
  return (
    <p className="result-words">
      <Link to="/c/$contract/facts/$fact" params={{ contract, fact: page.verified.id }}>
        {tidy(page.verified.sentence)}
      </Link>
    </p>
  )
}

/** How anybody draws the same again. */
function Replay({ page }: { page: SamplePageData }) {
  const { t } = useText()
  const { frame } = page.draw
  return (
    <details className="small">
      <summary>{t('cases.sampleReplay')}</summary>
      <p>{t('cases.sampleSeed')}</p>
      <p>
        <code className="break">{t('cases.sampleCommand', { round: page.draw.round ?? '', random: page.draw.random ?? '', size: page.draw.size ?? 0 })}</code>
      </p>
      <p>
        {t('cases.sampleFrame')} <code className="break">{frame}</code>
      </p>
    </details>
  )
}
