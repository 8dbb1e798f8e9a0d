import type { GoalPage, Item } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { Figure } from '@/shared/ui/Figure'
import { ItemStateMark } from '@/shared/ui/StateMark'
import { PlanForm } from '../forms/PlanForm'
import { anchor, useFormAddress } from '../forms/useFormAddress'
import { contractLanguage } from './GoalStanding'
import { StepRow } from './StepRow'

interface Props {
  item: Item
  page: GoalPage
  canPlan: boolean
  owners: boolean
}

/** A service or an activity with its steps. */
export function ItemRows({ item, page, canPlan, owners }: Props) {
  const { t } = useText()
  const { openOn, open, close } = useFormAddress()
  const planning = openOn(item.id) === 'plan'
  return (
    <tbody>
      <tr className="item" id={anchor(item.id)} tabIndex={-1}>
        <th scope="rowgroup" lang={contractLanguage(page)}>
          {`${item.number} ${item.title}`.trim()}
        </th>
        <td colSpan={owners ? 4 : 3}>
          <Figure figure={`item:${item.id}`} className="quiet">
            <ItemStateMark state={item.state} />
          </Figure>
        </td>
        <td className="acts-cell screen-only">
          {canPlan && !page.asOf.past ? (
            <button type="button" className="linklike" onClick={() => open('plan', item.id)}>
              {t('plan.open')}
              <span className="sr-only"> {item.title}</span>
            </button>
          ) : null}
        </td>
      </tr>
      {item.steps.map((step) => (
        <StepRow key={step.id} step={step} page={page} siblings={item.steps} owners={owners} />
      ))}
      {planning ? (
        <tr className="form-row">
          <td colSpan={6}>
            <PlanForm contract={page.contract.id} item={item} today={page.today} onClose={close} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
