import { useQuery } from '@tanstack/react-query'
import type { components } from '@/shared/api/schema'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { OkMark } from '@/shared/ui/StateMark'
import { healthQuery } from '../api'
import { AdminPart } from './AdminPart'

type Check = components['schemas']['Check']

/** Whether everything that the service rests on answers. */
export function HealthAdmin() {
  const { t, language } = useText()
  const query = useQuery(healthQuery)
  return (
    <AdminPart title={t('admin.health.title')} what={t('admin.health')} query={query}>
      {(health) => {
        const broken = health.checks.filter((check) => !check.ok).length
        return (
          <>
            <p role="status">
              <strong>{broken === 0 ? t('admin.healthy') : t('admin.broken', { count: broken })}</strong>{' '}
              <button type="button" className="linklike" onClick={() => void query.refetch()}>
                {t('admin.askAgain')}
              </button>
            </p>
            <table className="rows stacked">
              <caption className="sr-only">{t('admin.health.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('admin.check')}</th>
                  <th scope="col">{t('admin.answers')}</th>
                  <th scope="col">{t('admin.found')}</th>
                </tr>
              </thead>
              <tbody>
                {health.checks.map((check) => (
                  <CheckRow key={check.name} check={check} />
                ))}
              </tbody>
            </table>
            <p className="sub">
              {t('admin.program', { version: health.version, go: health.go, started: instant(health.started, language) })}
            </p>
          </>
        )
      }}
    </AdminPart>
  )
}

function CheckRow({ check }: { check: Check }) {
  const { t, language } = useText()
  const bytes = (text: string) =>
    t('admin.gigabytes', { figure: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Number(text) / 1e9) })
  const figure = check.name === 'disk' ? bytes(check.figure) : check.figure
  const wanted = check.name === 'disk' ? bytes(check.wanted) : check.wanted
  return (
    <tr>
      <th scope="row">{t(`admin.check.${check.name}`)}</th>
      <td data-title={t('admin.answers')}>
        <OkMark ok={check.ok} word={check.ok ? t('admin.ok') : t('admin.notOk')} />
      </td>
      <td data-title={t('admin.found')}>
        {figure}
        {check.wanted === '' ? null : <span className="why">{t('admin.wanted', { wanted })}</span>}
      </td>
    </tr>
  )
}
