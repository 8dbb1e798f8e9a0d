import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import type { Day, Evidence } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { addFile } from './api/addFile'
import { FileRow } from './FileRow'
import { useUploads } from './useUploads'

interface Props {
  contract: string
  goal: string
  today: Day
  onKept: (kept: Evidence) => void
  children?: ReactNode
}

/** Takes files: dragged in, chosen or pasted, several at once; each is kept once its day is said. */
export function FileDrop({ contract, goal, today, onKept, children }: Props) {
  const { t } = useText()
  const [over, setOver] = useState(false)
  const uploads = useUploads(contract, goal, addFile, onKept)
  const { choose, waiting } = uploads
  const area = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLDivElement>(null)
  const hint = useId()
  const [held, setHeld] = useState(false)
  const count = waiting.length

  // A form is not sent while files of it still wait: they would be lost.
  useEffect(() => {
    const form = area.current?.closest('form')
    if (!form || count === 0) return
    const hold = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
      setHeld(true)
      rows.current?.querySelector<HTMLElement>('input, button')?.focus()
    }
    form.addEventListener('submit', hold, true)
    return () => form.removeEventListener('submit', hold, true)
  }, [count])

  // A picture is pasted wherever one writes; in a form with several places, in the one it is for.
  useEffect(() => {
    const place: HTMLElement | null = area.current?.closest<HTMLElement>('.evidence-place, form') ?? area.current
    if (!place) return
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      choose(files)
    }
    place.addEventListener('paste', paste)
    return () => place.removeEventListener('paste', paste)
  }, [choose])

  return (
    <div ref={area} className="file-drop">
      <div
        className={over ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          choose([...event.dataTransfer.files])
        }}
      >
        <button type="button" className="linklike" aria-describedby={hint} onClick={() => picker.current?.click()}>
          {t('file.choose')}
        </button>
        <span className="small soft" id={hint}>
          {t('file.hint')}
        </span>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            choose([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        {children}
      </div>
      {count > 0 ? (
        <div ref={rows} role="group" aria-label={t('file.waiting')}>
          {waiting.map((upload) => (
            <FileRow
              key={upload.id}
              upload={upload}
              today={today}
              onDay={(day) => uploads.setDay(upload.id, day)}
              onDrop={() => uploads.drop(upload.id)}
            />
          ))}
          <p className="small soft">{t('file.noNumbers')}</p>
          {held ? (
            <p className="form-error-message" role="alert">
              {t('file.first')}
            </p>
          ) : null}
          <button
            type="button"
            className="button button-secondary"
            aria-disabled={waiting.every(({ sent }) => sent !== undefined)}
            onClick={uploads.send}
          >
            {t('file.send', { count })}
          </button>
        </div>
      ) : null}
    </div>
  )
}
