import type { Reading } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

/** Where the paper is silent or contradicts itself, and what was taken. */
export function Readings({ readings }: { readings: Reading[] }) {
  const { t } = useText()
  if (readings.length === 0) return null
  return (
    <details className="readings">
      <summary>{t('reading.title', { count: readings.length })}</summary>
      {readings.map((reading) => (
        <dl key={reading.id} className="pairs" id={`reading-${reading.id}`}>
          <dt>{t('reading.says', { id: reading.id })}</dt>
          <dd>
            {reading.says}
            {reading.place ? <span className="soft small"> {reading.place}</span> : null}
          </dd>
          <dt>{t('reading.taken')}</dt>
          <dd>{reading.taken}</dd>
          {reading.why ? (
            <>
              <dt>{t('reading.why')}</dt>
              <dd>{reading.why}</dd>
            </>
          ) : null}
        </dl>
      ))}
    </details>
  )
}
