import type { AgreedItem, AgreedRequirement as Requirement } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'
import { Agreed } from '@/shared/ui/Agreed'

interface Props {
  requirement: Requirement
  /** The goal has no other. */
  alone: boolean
  source: string
}

/** One thing that a goal needs, in words: what is measured, its targets, and how a result becomes a degree. */
export function AgreedRequirement({ requirement, alone, source }: Props) {
  const { t } = useText()
  return (
    <section className="agreed-requirement">
      <h4>{alone ? <Agreed>{requirement.title}</Agreed> : t('agreement.requirement', { id: requirement.id, title: requirement.title })}</h4>
      {requirement.text ? (
        <p>
          <Agreed>{requirement.text}</Agreed>
        </p>
      ) : null}
      <Targets requirement={requirement} />
      <ul className="plain rules">
        {requirement.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        {source ? <li className="soft">{source}</li> : null}
      </ul>
      {requirement.items.map((item) => (
        <Steps key={item.id} item={item} />
      ))}
      <Readings readings={requirement.readings} />
    </section>
  )
}

function Targets({ requirement }: { requirement: Requirement }) {
  const { t } = useText()
  if (requirement.targets.length === 0) return null
  return (
    <table className="rows stacked targets-agreed">
      <caption className="sr-only">{t('target.caption', { title: requirement.title })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('agreement.year')}</th>
          <th scope="col">{t('agreement.target')}</th>
          <th scope="col">{t('agreement.marks')}</th>
        </tr>
      </thead>
      <tbody>
        {requirement.targets.map((target) => (
          <tr key={target.year} className={target.ours ? 'now' : undefined}>
            <th scope="row">{target.ours ? t('agreement.thisYear', { year: target.year }) : target.year}</th>
            <td>{target.words}</td>
            <td className="small soft">
              {[target.tentative ? t('target.tentative') : '', target.mark].filter(Boolean).join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Steps({ item }: { item: AgreedItem }) {
  const { t, language } = useText()
  const shares = item.steps.some((step) => step.share !== '')
  return (
    <>
      <h5>{item.number ? t('agreement.item', { number: item.number, title: item.title }) : <Agreed>{item.title}</Agreed>}</h5>
      {item.text ? (
        <p className="small">
          <Agreed>{item.text}</Agreed>
        </p>
      ) : null}
      <table className="rows stacked">
        <caption className="sr-only">{t('agreement.steps', { title: item.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.step')}</th>
            <th scope="col">{t('agreement.planned')}</th>
            <th scope="col">{t('agreement.due')}</th>
            {shares ? <th scope="col">{t('agreement.share')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {item.steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">
                {step.decides ? (
                  <strong>
                    <Agreed>{step.title}</Agreed>
                  </strong>
                ) : (
                  <Agreed>{step.title}</Agreed>
                )}
                <span className="why">
                  {[
                    step.decides ? t('agreement.decides') : '',
                    step.after.length > 0 ? t('agreement.after', { steps: step.after.join(', ') }) : '',
                    step.owner,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </th>
              <td data-title={t('agreement.planned')}>{step.planned ? longDay(step.planned, language) : '–'}</td>
              <td data-title={t('agreement.due')}>{step.event || longDay(step.due, language)}</td>
              {shares ? <td data-title={t('agreement.share')}>{step.share ? t('number.percent', { value: step.share }) : '–'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
