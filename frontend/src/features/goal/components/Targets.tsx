import type { Requirement } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

/** Targets year by year, with the source's own marks. */
export function Targets({ requirement, year }: { requirement: Requirement; year: number }) {
  const { t, language } = useText()
  const [only, ...others] = requirement.targets
  if (!only) return null
  if (others.length === 0) {
    return <p className="soft target">{t('target.only', { year: only.year, target: only.text })}</p>
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
          {requirement.targets.map((target) => {
            const figure = target.value === '' ? target.text : formatRat(target.value, language)
            return (
              <td
                key={target.year}
                className={target.year === year ? 'number now' : 'number'}
                title={[target.text, target.mark, target.tentative ? t('target.tentative') : ''].filter(Boolean).join(' · ')}
              >
                {target.tentative ? `[${figure}]` : figure}
              </td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}
