import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { isProblem } from '@/shared/api/client'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { hearingQuery, type HearingForm } from './api'
import { ReplyForm } from './ReplyForm'

/** A hearing as the customer sees it: by a one-time link, on a phone, without a login. */
export function HearingPage() {
  const { t, language } = useText()
  const { contract = '' } = useParams({ strict: false })
  const token = useLocation({ select: ({ hash }) => hash })
  const link = { contract, token }
  const [sent, setSent] = useState(false)
  const { data, error, refetch } = useQuery(hearingQuery(link))
  usePageTitle(data?.title ?? t('hearing.title'))
  return (
    <main className="wrap page answer" id="content" tabIndex={-1}>
      {sent || data?.state === 'answered' || data?.state === 'late' ? (
        <Thanks />
      ) : data?.state === 'revoked' || data?.state === 'dismissed' ? (
        <Told heading={t('hearing.revoked')}>{t('hearing.revokedWhat', { agency: data.agency })}</Told>
      ) : data ? (
        <>
          <h1>{data.title}</h1>
          <p className="sub">{t('hearing.about', { agency: data.agency, customer: data.customer })}</p>
          <Deviations form={data} />
          {data.state === 'open' ? (
            <>
              <p>{t('hearing.until', { deadline: longDay(data.deadline, language) })}</p>
              <ReplyForm link={link} onSent={() => setSent(true)} />
            </>
          ) : (
            <p className="alert alert-warning">{t('hearing.passed', { deadline: longDay(data.deadline, language), agency: data.agency })}</p>
          )}
        </>
      ) : isProblem(error, 404) || token === '' ? (
        <Told heading={t('hearing.unknown')}>{t('hearing.unknownWhat')}</Told>
      ) : error ? (
        <Trouble page error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  )
}

/** What was found, rule by rule. */
function Deviations({ form }: { form: HearingForm }) {
  const { t } = useText()
  return (
    <section>
      <h2>{t('hearing.found', { count: form.deviations.length })}</h2>
      <ul className="plain">
        {form.deviations.map((one) => (
          <li key={one.clause} className="requirement">
            <h3>
              {one.clause} <span className="tag">{t(`spotcheck.severity.${one.severity}`)}</span>
            </h3>
            <p>{one.note}</p>
            {one.evidence ? <p className="small soft">{t('hearing.evidence', { what: one.evidence })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Thanks() {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('hearing.thanks')}
      </h1>
      <p className="sub">{t('hearing.thanksWhat')}</p>
    </>
  )
}

function Told({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <>
      <h1>{heading}</h1>
      <p className="sub">{children}</p>
    </>
  )
}
