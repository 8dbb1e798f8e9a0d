import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isProblem } from '@/shared/api/client'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { formQuery, type AnswerForm } from './api'
import { forget } from './kept'
import { Questions } from './Questions'

/** A survey as whoever is asked sees it: by a one-time link, on a phone, without a login. */
export function AnswerPage() {
  const { t } = useText()
  const { contract = '' } = useParams({ strict: false })
  const token = useLocation({ select: ({ hash }) => hash })
  const link = { contract, token }
  const [sent, setSent] = useState(false)
  const { data, error, refetch } = useQuery(formQuery(link))
  usePageTitle(data?.name ?? t('answer.title'))
  // Others may use the phone: nothing of an answer stays that is sent, or can no longer be.
  const over = sent || data?.answered === true || data?.closed === true
  useEffect(() => {
    if (over) forget(token)
  }, [over, token])
  return (
    <main className="wrap page answer" id="content" tabIndex={-1}>
      {sent || data?.answered ? (
        <Thanks />
      ) : data?.closed ? (
        <Told heading={t('answer.closed')} text={t('answer.closedWhat')} />
      ) : data ? (
        <>
          <h1>{data.name}</h1>
          <About form={data} />
          <Questions form={data} link={link} onSent={() => setSent(true)} />
        </>
      ) : isProblem(error, 404) || token === '' ? (
        <Told heading={t('answer.unknown')} text={t('answer.unknownWhat')} />
      ) : error ? (
        <Trouble page error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  )
}

/** Who asks, until when, and what becomes of the answer. */
function About({ form }: { form: AnswerForm }) {
  const { t, language } = useText()
  return (
    <>
      <p className="sub">{t('answer.about', { agency: form.agency, closes: longDay(form.closes, language) })}</p>
      <p className="small soft">{t('answer.anonymous', { least: form.least })}</p>
    </>
  )
}

function Thanks() {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('answer.thanks')}
      </h1>
      <p className="sub">{t('answer.thanksWhat')}</p>
    </>
  )
}

function Told({ heading, text }: { heading: string; text: string }) {
  return (
    <>
      <h1>{heading}</h1>
      <p className="sub">{text}</p>
    </>
  )
}
