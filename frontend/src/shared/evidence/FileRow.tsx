import type { Day } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { fileSize } from './size'
import type { Upload } from './useUploads'

interface Props {
  upload: Upload
  today: Day
  onDay: (day: Day) => void
  onDrop: () => void
}

/** A file that is not kept yet: which day it speaks of, and how far it has come. */
export function FileRow({ upload, today, onDay, onDrop }: Props) {
  const { t, language } = useText()
  const { file, sent, problem } = upload
  const told = upload.asked && upload.day === '' ? t('file.dayNeeded') : upload.unreachable ? t('form.unreachable') : (problem?.errors?.[0]?.message ?? problem?.detail ?? problem?.title)
  return (
    <div className="file-row">
      <p>
        <strong>{file.name}</strong> <span className="small soft">{fileSize(file.size, language)}</span>
      </p>
      <TextField
        label={t('file.day')}
        hint={t('file.dayHint')}
        type="date"
        size="short"
        max={today}
        value={upload.day}
        error={told}
        onChange={onDay}
      />
      {sent === undefined ? (
        <button type="button" className="linklike" onClick={onDrop} aria-label={t('file.dropNamed', { name: file.name })}>
          {t('file.drop')}
        </button>
      ) : (
        <progress value={sent} aria-label={t('file.sending', { name: file.name })} />
      )}
    </div>
  )
}
