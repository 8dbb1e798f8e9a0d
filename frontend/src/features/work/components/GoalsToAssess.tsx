import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { overviewQuery } from '@/shared/api/overview'
import type { GoalLine, WorkPage } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { AssessInPlace } from './AssessInPlace'

type Contract = WorkPage['contracts'][number]

/** For management: each goal's calculated degree beside their own, assessed in place. */
export function GoalsToAssess({ contracts }: { contracts: Contract[] }) {
  const session = useSession()
  if (!session.operations.includes('goal.assess')) return null
  return contracts.map((contract) => <Degrees key={contract.id} contract={contract} />)
}

function Degrees({ contract }: { contract: Contract }) {
  const { t } = useText()
  const { data } = useQuery(overviewQuery(contract.id, undefined))
  if (!data) return null
  const goals = data.blocks.flatMap((block) => block.goals)
  return (
    <section className="requirement" aria-labelledby={`assess-${contract.id}`}>
      <h2 id={`assess-${contract.id}`}>{t('work.assess', { title: contract.title })}</h2>
      <table className="rows stacked">
        <thead>
          <tr>
            <th scope="col">{t('col.goal')}</th>
            <th scope="col" className="number">
              {t('assess.calculatedTitle')}
            </th>
            <th scope="col" className="number">
              {t('assess.assessedTitle')}
            </th>
            <th scope="col" className="screen-only">
              <span className="sr-only">{t('work.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => (
            <Degree key={goal.id} goal={goal} contract={contract} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Degree({ goal, contract }: { goal: GoalLine; contract: Contract }) {
  const { t, language } = useText()
  const address = useFormAddress()
  const on = `${contract.id}/degree:${goal.id}`
  const open = address.openOn(on) === 'assess'
  const differs =
    goal.assessed !== '' && (!goal.calculated.known || compareRat(goal.assessed, goal.calculated.worst) !== 0)
  return (
    <>
      <tr id={anchor(on)} tabIndex={-1}>
        <th scope="row" className="title-cell">
          <Link to="/c/$contract/goals/$goal" params={{ contract: contract.id, goal: goal.id }}>
            {goal.number} {goal.title}
          </Link>
        </th>
        <td className="number" data-title={t('assess.calculatedTitle')}>
          {formatRange(goal.calculated, language)}
        </td>
        <td className="number" data-title={t('assess.assessedTitle')}>
          {goal.assessed === '' ? <span className="soft">{t('assess.none')}</span> : formatRat(goal.assessed, language)}
          {differs ? <span className="why differs-word">{t('work.differs')}</span> : null}
        </td>
        <td className="acts-cell screen-only">
          <button type="button" className="linklike" aria-expanded={open} onClick={() => address.open('assess', on)}>
            {goal.assessed === '' ? t('task.assess') : t('assess.change')}
            <span className="sr-only"> {goal.title}</span>
          </button>
        </td>
      </tr>
      {open ? (
        <tr className="form-row">
          <td colSpan={4}>
            <AssessInPlace contract={contract.id} goal={goal.id} onClose={address.closer('assess', on)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
