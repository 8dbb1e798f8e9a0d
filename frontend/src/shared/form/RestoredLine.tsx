import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { Restored } from './useDraft'

/** Says that a text is from before, and begins anew on request. */
export function RestoredLine({ restored }: { restored: Restored | undefined }) {
  const { t, language } = useText()
  if (!restored) return null
  return (
    <p className="small soft" role="status">
      {t('form.restored', { when: instant(restored.at, language) })}{' '}
      <button type="button" className="linklike" onClick={restored.discard}>
        {t('form.discard')}
      </button>
    </p>
  )
}
