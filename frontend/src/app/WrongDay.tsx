import { Link } from '@tanstack/react-router'
import type { Day } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

interface Props {
  asOf: string
  why: 'unreadable' | 'future'
  today: Day
}

/** An address asks for a day that pages cannot be shown for: says why, and leads back. */
export function WrongDay({ asOf, why, today }: Props) {
  const { t, language } = useText()
  return (
    <main className="wrap page" id="content" tabIndex={-1}>
      <h1>{t(`asOf.${why}`)}</h1>
      <p className="sub">
        {why === 'future'
          ? t('asOf.futureWhy', { day: longDay(asOf, language), today: longDay(today, language) })
          : t('asOf.unreadableWhy', { text: asOf.slice(0, 40) })}
      </p>
      <p>
        <Link to="." search={(previous) => ({ ...previous, asOf: undefined })}>
          {t('past.back')}
        </Link>
      </p>
    </main>
  )
}
