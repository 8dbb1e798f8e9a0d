import type { ReactNode } from 'react'
import type { ContractPage } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { Agreed } from '@/shared/ui/Agreed'
import { Readings } from '@/shared/ui/Readings'
import { AgreedGoals } from './AgreedGoals'
import { Deadlines } from './Deadlines'

interface Props {
  page: ContractPage
  /** Where its goals have pages; none of what is not signed yet. */
  contract: string | undefined
  /** What stands between the frame and the goals. */
  children?: ReactNode
}

/** The whole of what was agreed, or is to be, as text. */
export function AgreedWhole({ page, contract, children }: Props) {
  const { t } = useText()
  return (
    <>
      {page.text ? (
        <p className="lead-text">
          <Agreed>{page.text}</Agreed>
        </p>
      ) : null}
      <Frame page={page} signed={contract !== undefined} />
      {children}
      <AgreedGoals blocks={page.blocks} contract={contract} />
      <Deadlines reporting={page.reporting} />
      {page.obligations.length > 0 ? (
        <section className="requirement">
          <h2>{t('agreement.obligations')}</h2>
          <dl className="pairs">
            {page.obligations.map((one) => (
              <div key={one.id} className="pair-row">
                <dt>
                  {one.id} · {one.who}
                </dt>
                <dd>{one.text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      {page.readings.length > 0 ? (
        <section className="requirement">
          <h2>{t('agreement.allReadings')}</h2>
          <Readings readings={page.readings} />
        </section>
      ) : null}
    </>
  )
}

function Frame({ page, signed }: { page: ContractPage; signed: boolean }) {
  const { t, language } = useText()
  return (
    <section className="requirement">
      <h2>{t('agreement.frame')}</h2>
      <dl className="pairs">
        <dt>{t('agreement.agency')}</dt>
        <dd>{[page.agency.name, page.agency.signatory].filter(Boolean).join(', ')}</dd>
        <dt>{t('agreement.department')}</dt>
        <dd>{[page.department.name, page.department.signatory].filter(Boolean).join(', ')}</dd>
        <dt>{t('agreement.period')}</dt>
        <dd>{t('contracts.period', { from: longDay(page.from, language), to: longDay(page.to, language) })}</dd>
        <dt>{t('agreement.signed')}</dt>
        <dd>{signed ? longDay(page.signed, language) : t('signing.byLast')}</dd>
      </dl>
      <ul className="plain rules">
        {page.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}
