import { useState } from 'react'
import type { GoalPage, Item, SafeDay } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { Figure } from '@/shared/ui/Figure'
import { ItemStateMark } from '@/shared/ui/StateMark'
import { PlanForm } from '../forms/PlanForm'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { contractLanguage } from './GoalStanding'
import { StepRow } from './StepRow'

interface Props {
  item: Item
  page: GoalPage
  canPlan: boolean
  owners: boolean
  safe: ReadonlyMap<string, SafeDay>
}

/** A service or an activity with its steps. */
export function ItemRows({ item, page, canPlan, owners, safe }: Props) {
  const { t } = useText()
  const { openOn, open, closer } = useFormAddress()
  const planning = openOn(item.id) === 'plan'
  const wanted = item.steps.some((step) => step.canVerify || openOn(step.id) !== undefined)
  // What is kept and waits for nobody is folded away; on paper it is whole.
  const [folded, setFolded] = useState(item.state === 'kept')
  const hidden = folded && !wanted && !planning
  return (
    <tbody className={hidden ? 'folded' : undefined}>
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
          {hidden ? (
            <button type="button" className="linklike" onClick={() => setFolded(false)}>
              {t('item.show', { count: item.steps.length })}
              <span className="sr-only"> {item.title}</span>
            </button>
          ) : canPlan && !page.asOf.past ? (
            <button type="button" className="linklike" onClick={() => open('plan', item.id)}>
              {t('plan.open')}
              <span className="sr-only"> {item.title}</span>
            </button>
          ) : null}
        </td>
      </tr>
      {item.steps.map((step) => (
        <StepRow key={step.id} step={step} page={page} siblings={item.steps} owners={owners} safe={safe.get(step.id)} />
      ))}
      {planning ? (
        <tr className="form-row">
          <td colSpan={6}>
            <PlanForm contract={page.contract.id} item={item} today={page.today} onClose={closer('plan', item.id)} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}
