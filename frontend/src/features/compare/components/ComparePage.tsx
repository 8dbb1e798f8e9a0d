import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import type { SideBySide } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { compareRat, formatRange } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { changed, useAsOf, useContractId } from '@/shared/route'
import { useText, type Text } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { sideBySideQuery } from '../api'
import { quarterBefore, type CompareSearch } from '../search'
import { sideName } from '../words'
import { GoalsCompared } from './GoalsCompared'
import { PeopleCompared } from './PeopleCompared'
import { SideChoice } from './SideChoice'
import { StepsCompared } from './StepsCompared'
import { TextsCompared } from './TextsCompared'

/** Two days, or two versions of the contract, beside each other. */
export function ComparePage() {
  const { t, language } = useText()
  const contract = useContractId()
  const navigate = useNavigate()
  const asOf = useAsOf()
  const { today } = useSession()
  const search: CompareSearch = useSearch({ strict: false })
  const left = search.left ?? quarterBefore(asOf?.slice(0, 10) ?? today)
  const right = search.right ?? 'now'
  const { data, error, refetch } = useQuery(sideBySideQuery(contract, left, right, asOf))
  usePageTitle(t('compare.title'))
  const choose = (change: CompareSearch) =>
    void navigate({ to: '.', search: changed({ left, right, ...change }), replace: true, resetScroll: false })
  const versions = data?.versions ?? 1
  return (
    <>
      <h1>{t('compare.title')}</h1>
      <div className="sides-chosen screen-only">
        <SideChoice label={t('compare.left')} side={left} versions={versions} today={today} onChoose={(side) => choose({ left: side })} />
        <SideChoice label={t('compare.right')} side={right} versions={versions} today={today} onChoose={(side) => choose({ right: side })} />
        <button type="button" className="linklike" onClick={() => choose({ left: right, right: left })}>
          {t('compare.swap')}
        </button>
      </div>
      {[left, right].some((side) => /^\d/.test(side) && side > today) ? (
        <p className="alert alert-warning" role="status">
          {t('compare.future', { today: longDay(today, language) })}
        </p>
      ) : null}
      {error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : data ? (
        <>
          <p className="sub">{summary(data, language, t)}</p>
          <GoalsCompared page={data} contract={contract} />
          <StepsCompared page={data} contract={contract} />
          <PeopleCompared page={data} />
          <TextsCompared page={data} />
          <section className="requirement">
            <h2>{t('compare.facts')}</h2>
            {data.facts.length === 0 ? <p className="empty">{t('compare.noFacts')}</p> : null}
            <FactList facts={data.facts} today={data.asOf.day} most={12} />
            {data.more ? <p className="small soft">{t('compare.moreFacts', { count: data.facts.length })}</p> : null}
          </section>
        </>
      ) : (
        <Waiting />
      )}
    </>
  )
}

/** What sets the two apart, in a sentence. */
function summary(page: SideBySide, language: Language, t: Text): string {
  const total = (side: SideBySide['left']) =>
    formatRange({ ...side.total, known: compareRat(side.total.worst, side.total.best) === 0 }, language)
  const names = { left: sideName(page.left, language, t), right: sideName(page.right, language, t) }
  const before = total(page.left)
  const after = total(page.right)
  const goals = page.goals.filter((goal) => goal.changed).length
  return [
    before === after ? t('compare.sameTotal', { ...names, total: after }) : t('compare.total', { ...names, before, after }),
    goals === 0 ? t('compare.noGoal') : t('compare.goalsChanged', { count: goals }),
  ].join(' ')
}
