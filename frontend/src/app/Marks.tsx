import { useText } from '@/shared/text/useText'

/** Says on each page that facts are invented, or that login is a pretence. */
export function Marks({ demo, development }: { demo: boolean; development: boolean }) {
  const { t } = useText()
  if (!demo && !development) return null
  return (
    <aside className="marks" aria-label={t('mark.label')}>
      <div className="wrap">
        {demo ? <strong>{t('mark.demo')}</strong> : null}
        {development ? <span>{t('mark.development')}</span> : null}
      </div>
    </aside>
  )
}
