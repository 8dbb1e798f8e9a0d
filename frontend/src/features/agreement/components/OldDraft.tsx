import { useText } from '@/shared/text/useText'

interface Props {
  /** The version that the draft was begun from. */
  base: number
  newest: number
  onAnew: () => void
  onGoOn: () => void
}

/** Says that a newer version came while an amendment was written, and lets its writer choose what becomes of the draft. */
export function OldDraft({ base, newest, onAnew, onGoOn }: Props) {
  const { t } = useText()
  return (
    <div className="alert alert-warning" role="alert">
      <p>{t('amend.old', { base, newest })}</p>
      <p className="form-acts">
        <button type="button" className="button button-secondary" onClick={onAnew}>
          {t('amend.restore', { version: newest })}
        </button>
        <button type="button" className="button button-secondary" onClick={onGoOn}>
          {t('amend.goOn')}
        </button>
      </p>
    </div>
  )
}
