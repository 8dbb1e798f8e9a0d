import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContractPage } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { textQuery } from '../api/text'
import { AgreedGoals } from './AgreedGoals'
import { Amendments } from './Amendments'
import { Deadlines } from './Deadlines'
import { SourceFile } from './SourceFile'
import { Versions } from './Versions'
import { Agreed } from '@/shared/ui/Agreed'

/** What was agreed, as one reads it: parties, goals, deadlines, versions, and the file itself. */
export function AgreementPage() {
  const { t } = useText()
  const contract = useContractId()
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(textQuery(contract, asOf))
  usePageTitle(t('nav.agreement'))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <article className="agreement">
      <h1>{data.title}</h1>
      <Standing page={data} contract={contract} />
      {data.text ? (
        <p className="lead-text">
          <Agreed>{data.text}</Agreed>
        </p>
      ) : null}
      <Frame page={data} />
      <Amendments amendments={data.amendments} contract={contract} />
      <AgreedGoals blocks={data.blocks} contract={contract} />
      <Deadlines reporting={data.reporting} />
      {data.obligations.length > 0 ? (
        <section className="requirement">
          <h2>{t('agreement.obligations')}</h2>
          <dl className="pairs">
            {data.obligations.map((one) => (
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
      <section className="requirement">
        <h2>{t('agreement.allReadings')}</h2>
        <Readings readings={data.readings} />
      </section>
      <Versions versions={data.versions} contract={contract} />
      <SourceFile page={data} contract={contract} />
    </article>
  )
}

/** Which version holds, and what waits, in words. */
function Standing({ page, contract }: { page: ContractPage; contract: string }) {
  const { t, language } = useText()
  const holds = page.versions.find((one) => one.inForce)
  const next = page.versions.filter((one) => !one.inForce && one.version > (holds?.version ?? 0))
  const open = page.amendments.filter((one) => ['proposed', 'agreed', 'approved'].includes(one.state))
  return (
    <>
      <p className="sub">
        {t('agreement.holds', { version: page.version, day: longDay(holds?.from ?? page.from, language) })}{' '}
        {next.map((one) => t('agreement.next', { version: one.version, day: longDay(one.from, language) })).join(' ')}{' '}
        {open.length > 0 ? t('agreement.open', { count: open.length }) : null}
      </p>
      {page.canPropose || page.canDraft ? (
        <p className="acts">
          <Link to="/c/$contract/amend" params={{ contract }} className="button button-secondary">
            {page.canPropose ? t('agreement.propose') : t('agreement.draft')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Frame({ page }: { page: ContractPage }) {
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
        <dd>{longDay(page.signed, language)}</dd>
      </dl>
      <ul className="plain rules">
        {page.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}
