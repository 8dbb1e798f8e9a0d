import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import type { Amendment, DraftPage as Page } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { draftQuery } from '../api/draft'
import { AgreedWhole } from './AgreedWhole'
import { AmendmentState } from './AmendmentState'
import { Answering } from './Answering'
import { Answers } from './Answers'

/** A contract that is to be signed: who has, what its reader may do, and its whole text. */
export function DraftPage() {
  const { t } = useText()
  const contract = useContractId()
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(draftQuery(contract, asOf))
  usePageTitle(data?.text.title ?? t('signing.title'))
  return (
    <main className="wrap page main-column" id="content" tabIndex={-1}>
      {data ? <Draft page={data} contract={contract} /> : error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />}
    </main>
  )
}

function Draft({ page, contract }: { page: Page; contract: string }) {
  const { t, language } = useText()
  const asOf = useAsOf()
  const [newest, ...older] = page.drafts
  useInForce(contract, page.inForce)
  if (!newest) return null
  return (
    <article className="agreement">
      <p className="small">
        <Link to="/contracts">{t('contracts.title')}</Link>
      </p>
      <h1>{page.text.title}</h1>
      <p className="sub">
        {t('signing.draft', { number: newest.number })} <AmendmentState amendment={newest} />
      </p>
      {asOf === undefined ? null : <p className="alert alert-warning">{t('past.bar', { day: longDay(asOf, language) })}</p>}
      {newest.state === 'concluded' ? (
        <p className="acts">
          <Link to="/c/$contract" params={{ contract }} className="button button-primary">
            {t('signing.open')}
          </Link>
        </p>
      ) : null}
      {newest.reason ? <p className="lead-text">{newest.reason}</p> : null}
      {newest.obstacle ? <p className="alert alert-warning">{newest.obstacle}</p> : null}
      <Answers amendment={newest} contract={page.inForce ? contract : undefined} />
      <Answering amendment={newest} contract={contract} today={page.today} />
      {page.canPropose ? (
        <p>
          <Link to="/new-contract" search={{ draft: contract }}>
            {t('signing.anew')}
          </Link>
        </p>
      ) : null}
      <Warnings page={page} />
      <Older drafts={older} />
      <AgreedWhole page={page.text} contract={undefined} />
      <details className="requirement agreement-file">
        <summary>{t('agreement.file')}</summary>
        <p className="small soft digest">{t('agreement.digest', { sha256: page.text.sha256 })}</p>
        <pre className="source" tabIndex={0} role="region" aria-label={t('agreement.file')}>
          {page.text.source}
        </pre>
      </details>
    </article>
  )
}

/** Once it is a contract, the menu has it. */
function useInForce(contract: string, inForce: boolean) {
  const client = useQueryClient()
  const { contracts } = useSession()
  const known = contracts.some((one) => one.id === contract)
  useEffect(() => {
    if (inForce && !known) void client.invalidateQueries({ queryKey: keys.session })
  }, [client, inForce, known])
}

function Warnings({ page }: { page: Page }) {
  const { t } = useText()
  if (page.warnings.length === 0) return null
  return (
    <section className="requirement">
      <h2>{t('signing.warnings')}</h2>
      <ul className="plain rules">
        {page.warnings.map((one) => (
          <li key={`${String(one.line)}/${one.field}`}>
            {t('editor.line', { line: one.line })} <code>{one.field}</code> {t('editor.wrong', { wrong: one.wrong, right: one.right })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Older({ drafts }: { drafts: Amendment[] }) {
  const { t } = useText()
  if (drafts.length === 0) return null
  return (
    <details className="requirement">
      <summary>{t('signing.older', { count: drafts.length })}</summary>
      {drafts.map((one) => (
        <section key={one.number}>
          <p>
            {t('signing.draft', { number: one.number })} <AmendmentState amendment={one} />
          </p>
          <Answers amendment={one} contract={undefined} />
        </section>
      ))}
    </details>
  )
}
