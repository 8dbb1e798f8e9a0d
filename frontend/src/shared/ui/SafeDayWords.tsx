import type { Day, SafeDay } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

/** What is lost after a step's last safe day, or why it has none. */
export function SafeDayLoss({ safe, today }: { safe: SafeDay; today: Day }) {
  const { t, language } = useText()
  if (safe.day === '') {
    if (!safe.decides) return <>{t('safe.beside')}</>
    if (safe.needed === 0) return <>{t('safe.nothingLeft')}</>
    return <>{t('safe.slack', { needed: safe.needed, open: safe.open })}</>
  }
  const figures = {
    keeps: formatRat(safe.keeps, language),
    falls: formatRat(safe.falls, language),
    points: formatRat(safe.points, language),
  }
  const loss = safe.points === '0' ? t('safe.lossDegree', figures) : t('safe.loss', figures)
  return (
    <>
      {safe.through ? `${t('safe.through', { step: safe.throughTitle })} ` : null}
      {safe.day < today ? `${t('safe.passed')} ` : null}
      {loss}
    </>
  )
}
