import { useQuery } from '@tanstack/react-query'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { textQuery } from '../api'

/** What was agreed: promises, readings, changes, and the file itself. */
export function AgreementPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const { data, error, refetch } = useQuery(textQuery(contract, useAsOf()))
  usePageTitle(t('nav.agreement'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <h1>{t('nav.agreement')}</h1>
      <p className="sub">{t('agreement.what', { version: data.version })}</p>
      {data.obligations.length > 0 ? (
        <section className="requirement">
          <h2>{t('agreement.obligations')}</h2>
          <ul className="plain facts">
            {data.obligations.map((one) => (
              <li key={one.id}>{one.text}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {data.amendments.length > 0 ? (
        <section className="requirement">
          <h2>{t('agreement.amendments')}</h2>
          <ul className="plain facts">
            {data.amendments.map((one) => (
              <li key={one.version}>
                {t('agreement.amendment', { version: one.version, day: longDay(one.date, language), reason: one.reason })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="requirement">
        <Readings readings={data.readings} />
      </section>
      <details className="requirement agreement-file">
        <summary>{t('agreement.file')}</summary>
        <p className="small soft digest">{t('agreement.digest', { sha256: data.sha256 })}</p>
        {/* Focusable, so that the keyboard can scroll it. */}
        <pre className="source" tabIndex={0} role="region" aria-label={t('agreement.file')}>
          {data.source}
        </pre>
      </details>
    </>
  )
}
