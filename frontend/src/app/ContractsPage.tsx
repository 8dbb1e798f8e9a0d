import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { UnsignedContracts } from '@/features/agreement/components/UnsignedContracts'
import { AccessSummary } from '@/features/access/components/AccessSummary'

/** The contracts this person may see. */
export function ContractsPage() {
  const { t, language } = useText()
  const { contracts, operations } = useSession()
  const keepsAccess = operations.includes('access.read')
  usePageTitle(t('contracts.title'))
  return (
    <main className="wrap page" id="content" tabIndex={-1}>
      <h1>{t('contracts.title')}</h1>
      {contracts.length === 0 ? <p className="sub">{t('contracts.none')}</p> : null}
      <ul className="plain facts">
        {contracts.map((line) => (
          <li key={line.id}>
            <Link to="/c/$contract" params={{ contract: line.id }}>
              {line.agency} · {line.title}
            </Link>
            <span className="when">
              {t('contracts.period', { from: longDay(line.from, language), to: longDay(line.to, language) })}
            </span>
          </li>
        ))}
      </ul>
      <UnsignedContracts />
      {operations.includes('contract.draft') ? (
        <p>
          <Link to="/new-contract">{t('newContract.link')}</Link>
        </p>
      ) : null}
      {keepsAccess ? <AccessSummary /> : null}
    </main>
  )
}
