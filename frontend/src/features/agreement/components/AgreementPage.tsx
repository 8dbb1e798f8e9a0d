import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ContractPage } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { textQuery } from '../api/text'
import { AgreedWhole } from './AgreedWhole'
import { Amendments } from './Amendments'
import { SourceFile } from './SourceFile'
import { Versions } from './Versions'

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
      <AgreedWhole page={data} contract={contract}>
        <Amendments amendments={data.amendments} contract={contract} />
      </AgreedWhole>
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
