import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { surveyQuery } from '../api/survey'
import type { SurveyPage as Page } from '../wire'
import { Behind } from './Behind'
import { FreeTexts } from './FreeTexts'
import { Plots } from './Plots'
import { Standing } from './Standing'
import { WhoAnswered } from './WhoAnswered'

/** A survey's result: what it says, who answered, how sure it is, and what it rests on. */
export function SurveyPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(surveyQuery(contract, requirement, useAsOf()))
  usePageTitle(data ? data.title : t('survey.title'), data?.contractTitle)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal }}>
          {t('survey.toGoal', { number: data.number })}
        </Link>
      </p>
      <h1 lang={data.language}>{data.title}</h1>
      <Standing page={data} />
      <Acts page={data} contract={contract} />
      {data.result ? (
        <>
          <WhoAnswered view={data.result} />
          <Plots view={data.result} file={`${contract}-${requirement}`} />
          {data.columns.length > 0 ? <FreeTexts contract={contract} requirement={requirement} /> : null}
          <Behind page={data} view={data.result} contract={contract} />
          <section className="requirement">
            <h2>{t('goal.history')}</h2>
            <FactList facts={data.history} today={data.day} most={6} />
          </section>
        </>
      ) : null}
    </>
  )
}

/** What the reader can do about it. */
function Acts({ page, contract }: { page: Page; contract: string }) {
  const { t } = useText()
  const { goal, requirement } = page
  if (page.past) return null
  return (
    <p className="result-acts screen-only">
      {page.canRun ? (
        <Link
          to="/c/$contract/goals/$goal/survey/$requirement/import"
          params={{ contract, goal, requirement }}
          className={page.result ? undefined : 'button button-primary'}
        >
          {t(page.result ? 'survey.importAgain' : 'survey.import')}
        </Link>
      ) : null}
      {page.canRun ? (
        <Link to="/c/$contract/goals/$goal/survey/$requirement/run" params={{ contract, goal, requirement }}>
          {t('survey.run')}
        </Link>
      ) : null}
      {page.canVerify ? (
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal }} search={{ form: 'verify', on: requirement }}>
          {t('survey.toVerify')}
        </Link>
      ) : null}
    </p>
  )
}
