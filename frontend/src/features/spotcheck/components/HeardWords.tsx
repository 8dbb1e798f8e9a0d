import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { Customer } from '../wire'

/** Where a customer's hearing stands, and what they answered. */
export function HeardWords({ hearing }: { hearing: Customer['hearing'] }) {
  const { t, language } = useText()
  if (!hearing) return null
  return (
    <>
      <p>
        {t(`spotcheck.hearing.${hearing.state}`, { deadline: longDay(hearing.hearing.deadline, language) })}
        {hearing.earlier ? ` ${t('spotcheck.hearingEarlier')}` : null} {hearing.reason}
      </p>
      {hearing.answer ? (
        <blockquote>
          {hearing.answer.erased ? <span className="soft">{t('spotcheck.wordsErased')}</span> : hearing.answer.text}
          <footer className="small soft">{t(`spotcheck.how.${hearing.answer.how}`, { day: longDay(hearing.answer.fact.day, language) })}</footer>
        </blockquote>
      ) : null}
    </>
  )
}
