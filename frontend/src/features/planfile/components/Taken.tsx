import { useText } from '@/shared/text/useText'
import type { Preview } from '../api'

const most = 20

/** What the file was taken for, and what of it does not count. */
export function Taken({ preview }: { preview: Preview }) {
  const { t } = useText()
  const { file, missing } = preview
  const lines = [
    t('planfile.unchanged', { count: preview.unchanged }),
    file.format === 'csv' ? t('planfile.text', { encoding: file.encoding }) : '',
    file.unread.length > 0 ? t('planfile.unread', { sheet: file.sheet, names: file.unread.join(', ') }) : '',
    file.hidden.length > 0 ? t('planfile.hidden', { names: file.hidden.join(', ') }) : '',
    file.ignored.length > 0 ? t('planfile.ignored', { names: file.ignored.join(', ') }) : '',
  ]
  return (
    <>
      <p className="sub">{lines.filter(Boolean).join(' ')}</p>
      {preview.missingCount > 0 ? (
        <details className="small">
          <summary>{t('planfile.missing', { count: preview.missingCount })}</summary>
          <ul>
            {missing.slice(0, most).map(({ step, name }) => (
              <li key={step}>{name}</li>
            ))}
            {preview.missingCount > most ? <li>{t('planfile.more', { count: preview.missingCount - most })}</li> : null}
          </ul>
        </details>
      ) : null}
    </>
  )
}
