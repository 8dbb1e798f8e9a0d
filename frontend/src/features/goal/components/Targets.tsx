import type { Requirement } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

type Target = Requirement['targets'][number]

/** Targets year by year, with the source's own marks. */
export function Targets({ requirement, year }: { requirement: Requirement; year: number }) {
  const { t, language } = useText()
  const [only, ...others] = requirement.targets
  const figureOf = (target: Target) => {
    const figure = target.value === '' ? target.text : formatRat(target.value, language)
    return target.tentative ? `[${figure}]` : figure
  }
  const notes = (target: Target) =>
    [target.text, target.mark, target.tentative ? t('target.tentative') : ''].filter(Boolean).join(' · ')
  if (!only) return null
  if (others.length === 0) {
    return <p className="soft target">{t('target.only', { year: only.year, target: only.text })}</p>
  }
  // What is no figure is words, and words need a line of their own.
  if (requirement.targets.some((target) => target.value === '')) {
    return (
      <dl className="pairs target-words" aria-label={t('target.caption', { title: requirement.title })}>
        {requirement.targets.map((target) => (
          <div key={target.year} className={target.year === year ? 'pair-row now' : 'pair-row'}>
            <dt>{target.year}</dt>
            <dd title={notes(target)}>{figureOf(target)}</dd>
          </div>
        ))}
      </dl>
    )
  }
  return (
    <table className="rows targets">
      <caption className="sr-only">{t('target.caption', { title: requirement.title })}</caption>
      <thead>
        <tr>
          {requirement.targets.map((target) => (
            <th key={target.year} scope="col" className={target.year === year ? 'number now' : 'number'}>
              {target.year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {requirement.targets.map((target) => (
            <td key={target.year} className={target.year === year ? 'number now' : 'number'} title={notes(target)}>
              {figureOf(target)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
