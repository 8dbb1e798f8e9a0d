import { Link } from '@tanstack/react-router'
import type { Amendment } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { AmendmentState } from './AmendmentState'

/** The proposals, what became of each, and what each waits for. */
export function Amendments({ amendments, contract }: { amendments: Amendment[]; contract: string }) {
  const { t, language } = useText()
  if (amendments.length === 0) return null
  return (
    <section className="requirement">
      <h2>{t('amendment.title')}</h2>
      <table className="rows stacked">
        <caption className="sr-only">{t('amendment.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('amendment.what')}</th>
            <th scope="col">{t('amendment.from')}</th>
            <th scope="col">{t('amendment.stands')}</th>
          </tr>
        </thead>
        <tbody>
          {amendments.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <Link
                  to="/c/$contract/amendments/$amendment"
                  params={{ contract, amendment: String(one.number) }}
                >
                  {t(one.base === 0 ? 'signing.numbered' : 'amendment.numbered', { number: one.number, reason: one.reason })}
                </Link>
                {one.changes.map((change) => (
                  <span key={change} className="why">
                    {change}
                  </span>
                ))}
              </th>
              <td data-title={t('amendment.from')}>{longDay(one.from, language)}</td>
              <td data-title={t('amendment.stands')}>
                <AmendmentState amendment={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
