import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { CasesPage, CaseStop } from '../wire'

/** When a case's clock stood still, and why; and which stops do not count. */
export function StopList({ stops, reasons }: { stops: CaseStop[]; reasons: CasesPage['reasons'] }) {
  const { t, language } = useText()
  if (stops.length === 0) return '–'
  const titles = new Map(reasons.map(({ id, title }) => [id, title]))
  return (
    <>
      {stops.map(({ from, to, reason, counts }, i) => {
        const params = { from: longDay(from, language), to: to ? longDay(to, language) : '', reason: titles.get(reason) ?? reason }
        return (
          <span key={`${from} ${i}`} className="why">
            {t(to ? 'cases.stopSpan' : 'cases.stopRuns', params)}
            {counts ? null : ` (${t('cases.stopUncounted')})`}
          </span>
        )
      })}
    </>
  )
}
