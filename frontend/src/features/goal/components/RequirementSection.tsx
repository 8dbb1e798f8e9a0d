import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { GoalPage, Requirement } from '@/shared/api/wire'
import { formatRange } from '@/shared/format/rat'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { Figure } from '@/shared/ui/Figure'
import { contractLanguage } from './GoalStanding'
import { CasesAheadLine } from './CasesAheadLine'
import { Months } from './Months'
import { Plan } from './Plan'
import { Results } from './Results'
import { Targets } from './Targets'

const DegreePlot = lazy(() => import('./DegreePlot').then((module) => ({ default: module.DegreePlot })))

/** One thing that the goal needs. */
export function RequirementSection({ page, requirement }: { page: GoalPage; requirement: Requirement }) {
  const { t, language } = useText()
  const lang = contractLanguage(page)
  return (
    <section className="requirement">
      <div className="requirement-head">
        <h2 lang={lang}>{requirement.title}</h2>
        <p>
          {t('requirement.degree')}{' '}
          <Figure figure={`requirement:${requirement.id}`}>{formatRange(requirement.degree, language)}</Figure>
        </p>
      </div>
      {requirement.text && requirement.text !== page.goal.text ? (
        <p className="agreement-text" lang={lang}>
          {requirement.text}
        </p>
      ) : null}
      {requirement.because && page.requirements.length > 1 ? <p className="because">{tidy(requirement.because)}</p> : null}
      <Targets requirement={requirement} year={Number(page.contract.from.slice(0, 4))} />
      <Body page={page} requirement={requirement} />
      {requirement.curve ? (
        <Suspense fallback={null}>
          <DegreePlot requirement={requirement} curve={requirement.curve} unit={unitOf(requirement)} />
        </Suspense>
      ) : null}
    </section>
  )
}

/** What a requirement's results are counted in. */
function unitOf({ measure, unit }: Requirement): string {
  return measure === 'number' ? unit : '%'
}

function Body({ page, requirement }: { page: GoalPage; requirement: Requirement }) {
  const { t } = useText()
  switch (requirement.measure) {
    case 'milestones':
      return <Plan page={page} requirement={requirement} />
    case 'survey':
      return (
        <>
          <Results page={page} requirement={requirement} />
          <p>
            <Link
              to="/c/$contract/goals/$goal/survey/$requirement"
              params={{ contract: page.contract.id, goal: page.goal.id, requirement: requirement.id }}
            >
              {t(requirement.results.length > 0 ? 'survey.link' : 'survey.linkNone')}
            </Link>
          </p>
        </>
      )
    case 'deviation':
      return (
        <>
          <Results page={page} requirement={requirement} />
          <p>
            <Link
              to="/c/$contract/goals/$goal/budget/$requirement"
              params={{ contract: page.contract.id, goal: page.goal.id, requirement: requirement.id }}
            >
              {t('budget.link')}
            </Link>
          </p>
        </>
      )
    case 'monthly-count':
      return (
        <>
          <Months page={page} requirement={requirement} />
          <CasesAheadLine requirement={requirement.id} />
          <ToCases page={page} requirement={requirement} />
        </>
      )
    case 'timeliness':
      return (
        <>
          <Results page={page} requirement={requirement} />
          <CasesAheadLine requirement={requirement.id} />
          <ToCases page={page} requirement={requirement} />
        </>
      )
    default:
      return <Results page={page} requirement={requirement} />
  }
}

/** The cases that the figures follow from. */
function ToCases({ page, requirement }: { page: GoalPage; requirement: Requirement }) {
  const { t } = useText()
  return (
    <p>
      <Link
        to="/c/$contract/goals/$goal/cases/$requirement"
        params={{ contract: page.contract.id, goal: page.goal.id, requirement: requirement.id }}
      >
        {t('cases.behind')}
      </Link>
    </p>
  )
}
