import type { Totals, WhatIf } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat, subtractRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { useText } from '@/shared/text/useText'
import { Band } from '@/shared/ui/Band'

/** What stands, what would, and the difference. */
export function BothTotals({ page }: { page: WhatIf }) {
  const { t, language } = useText()
  return (
    <>
      <dl className="both-totals" aria-live="polite">
        <Side title={page.asOf.past ? t('whatif.stood') : t('whatif.stands')} totals={page.now} />
        <Side title={t('whatif.would')} totals={page.then} strong />
      </dl>
      <p className="whatif-difference">{difference(page, language, t)}</p>
    </>
  )
}

function Side({ title, totals, strong = false }: { title: string; totals: Totals; strong?: boolean }) {
  const { t, language } = useText()
  const figures = { obtained: formatRat(totals.worst, language), best: formatRat(totals.best, language) }
  const open = compareRat(totals.worst, totals.best) !== 0
  return (
    <div className={strong ? 'then' : undefined}>
      <dt>{title}</dt>
      <dd>
        <span className="both-figure">{formatRange({ known: !open, worst: totals.worst, best: totals.best }, language)}</span>
        <Band worst={totals.worst} best={totals.best} label={t('overview.band', figures)} />
      </dd>
    </div>
  )
}

function signed(rat: string, language: Language): string {
  return `${compareRat(rat, '0') > 0 ? '+' : ''}${formatRat(rat, language)}`
}

function difference(page: WhatIf, language: Language, t: ReturnType<typeof useText>['t']): string {
  const worst = subtractRat(page.then.worst, page.now.worst)
  const best = subtractRat(page.then.best, page.now.best)
  if (page.set.length === 0) return t('whatif.nothingSet')
  if (compareRat(worst, '0') === 0 && compareRat(best, '0') === 0) return t('whatif.same', { count: page.set.length })
  return t('whatif.difference', { count: page.set.length, worst: signed(worst, language), best: signed(best, language) })
}
