import { useQuery } from '@tanstack/react-query'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { jobsQuery } from '../api'
import { duration } from '../duration'
import { AdminPart } from './AdminPart'

/** The work that nobody waits for, and how it last went. */
export function JobsAdmin() {
  const { t, language } = useText()
  return (
    <AdminPart title={t('admin.jobs.title')} what={t('admin.jobs')} query={useQuery(jobsQuery)}>
      {({ jobs }) => (
        <table className="rows stacked">
          <caption className="sr-only">{t('admin.jobs.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.job')}</th>
              <th scope="col">{t('admin.every')}</th>
              <th scope="col">{t('admin.lastRun')}</th>
              <th scope="col">{t('admin.outcome')}</th>
              <th scope="col" className="number">
                {t('admin.runs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {jobs.map((job) => (
              <tr key={job.name}>
                <th scope="row">{t(`admin.job.${job.name as 'sign'}`)}</th>
                <td data-title={t('admin.every')}>{duration(job.every, t)}</td>
                <td data-title={t('admin.lastRun')}>{job.began ? instant(job.began, language) : t('admin.notRun')}</td>
                <td data-title={t('admin.outcome')}>
                  {job.began === null ? null : job.failed ? (
                    <strong className="late">{t('admin.failed')}</strong>
                  ) : (
                    t('admin.did', { count: job.did })
                  )}
                </td>
                <td data-title={t('admin.runs')} className="number">
                  {job.failing > 0 ? t('admin.runsFailing', { count: job.runs, failing: job.failing }) : job.runs}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminPart>
  )
}
