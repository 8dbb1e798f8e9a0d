import { Link } from '@tanstack/react-router'
import type { Day } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

/** Looking back to a day when nothing was agreed yet. */
export function BeforeSignature({ signed }: { signed: Day }) {
  const { t, language } = useText()
  return (
    <>
      <h1>{t('asOf.unsigned')}</h1>
      <p className="sub">{t('asOf.unsignedWhy', { signed: longDay(signed, language) })}</p>
      <p>
        <Link to="." search={(previous) => ({ ...previous, asOf: signed })}>
          {t('asOf.toSigned')}
        </Link>
      </p>
    </>
  )
}
