import { useId, useState } from 'react'
import { useText } from '@/shared/text/useText'

interface Props {
  /** What file is asked for. */
  label: string
  busy: boolean
  onFile: (file: File) => void
}

/** A file is dropped here, or chosen. */
export function DropZone({ label, busy, onFile }: Props) {
  const { t } = useText()
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!busy)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file && !busy) onFile(file)
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className="button button-secondary" aria-hidden="true">
        {t('file.choose')}
      </span>
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv,.txt"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file, changed and saved again, may be chosen again.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
