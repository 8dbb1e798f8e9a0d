import type { Overview } from '@/shared/api/wire'
import { compareRat, formatRat, subtractRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { Band } from '@/shared/ui/Band'
import { Figure } from '@/shared/ui/Figure'
import { LateList } from './LateList'
import { standing } from '../words'

/** The answer: the sentence, the figure, the band. */
export function Standing({ page }: { page: Overview }) {
  const { t, language } = useText()
  const { total } = page
  const obtained = formatRat(total.obtained, language)
  const best = formatRat(total.best, language)
  const open = compareRat(total.worst, total.best) !== 0
  return (
    <>
      <h1>{page.asOf.past ? t('overview.titlePast') : t('overview.title')}</h1>
      <p className="sub">{standing(page, language, t)}</p>
      <div className="total">
        <p className="total-figure">
          <Figure figure="total">{obtained}</Figure>
          <small>{t('overview.of')}</small>
        </p>
        <div>
          <Band worst={total.worst} best={total.best} label={t('overview.band', { obtained, best })} />
          <p className="band-words">
            <span>
              <Figure figure="total">{t('overview.obtained', { figure: obtained })}</Figure>
            </span>
            {open ? (
              <span>{t('overview.open', { figure: formatRat(subtractRat(total.best, total.worst), language) })}</span>
            ) : null}
            {open ? <span>{t('overview.best', { figure: best })}</span> : null}
          </p>
          {page.differs ? (
            <p className="small soft">
              {t('overview.differs', {
                figure: `${formatRat(page.calculated.worst, language)}${
                  compareRat(page.calculated.worst, page.calculated.best) === 0
                    ? ''
                    : `–${formatRat(page.calculated.best, language)}`
                }`,
              })}
            </p>
          ) : null}
        </div>
      </div>
      <LateList page={page} />
    </>
  )
}
