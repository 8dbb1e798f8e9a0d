import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { unsignedQuery } from '../api/draft'
import { AmendmentState } from './AmendmentState'

/** Contracts that wait for a signature, with what each waits for. */
export function UnsignedContracts() {
  const { t, language } = useText()
  const { data } = useQuery(unsignedQuery())
  if (!data || data.length === 0) return null
  return (
    <section>
      <h2>{t('signing.title')}</h2>
      <ul className="plain facts">
        {data.map((line) => (
          <li key={line.id}>
            <Link to="/drafts/$contract" params={{ contract: line.id }}>
              {line.agency} · {line.title}
            </Link>
            <span className="when">
              {t('contracts.period', { from: longDay(line.from, language), to: longDay(line.to, language) })} ·{' '}
              <AmendmentState amendment={line.draft} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
