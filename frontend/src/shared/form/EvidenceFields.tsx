import { useEffect, useRef } from 'react'
import type { Day, Evidence, Problem } from '@/shared/api/wire'
import { FileDrop } from '@/shared/evidence/FileDrop'
import { useText } from '@/shared/text/useText'
import { TextField } from './Field'
import { fault } from './useSaving'

interface Props {
  contract: string
  goal: string
  today: Day
  value: Evidence[]
  onChange: (value: Evidence[]) => void
  problem: Problem | undefined
}

/** What shows that it is so: files that are added here, and links to what lies elsewhere. */
export function EvidenceFields({ contract, goal, today, value, onChange, problem }: Props) {
  const { t } = useText()
  // Files come in one after the other while the form is written on.
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  const replace = (all: Evidence[]) => {
    latest.current = all
    onChange(all)
  }
  const set = (index: number, changed: Partial<Evidence>) =>
    replace(value.map((link, i) => (i === index ? { ...link, ...changed } : link)))
  const remove = (index: number) => replace(value.filter((_, i) => i !== index))
  return (
    <fieldset className="form-group evidence">
      <legend className="form-label">{t('form.evidence')}</legend>
      {value.map((link, index) =>
        link.file ? (
          <p className="kept-file" key={link.file}>
            <span>{link.title}</span>{' '}
            <button type="button" className="linklike" aria-label={t('file.dropNamed', { name: link.title })} onClick={() => remove(index)}>
              {t('form.evidenceRemove')}
            </button>
          </p>
        ) : (
          <div className="pair" key={index}>
            <TextField
              label={t('form.evidenceTitle')}
              value={link.title}
              error={fault(problem, `evidence[${index}].title`)}
              onChange={(title) => set(index, { title })}
            />
            <TextField
              label={t('form.evidenceUrl')}
              type="url"
              value={link.url ?? ''}
              error={fault(problem, `evidence[${index}].url`)}
              onChange={(url) => set(index, { url })}
            />
            <button type="button" className="linklike" onClick={() => remove(index)}>
              {t('form.evidenceRemove')}
            </button>
          </div>
        ),
      )}
      <FileDrop contract={contract} goal={goal} today={today} onKept={(kept) => replace([...latest.current, kept])}>
        <button type="button" className="linklike" onClick={() => replace([...value, { title: '', url: '' }])}>
          {t('form.evidenceAdd')}
        </button>
      </FileDrop>
    </fieldset>
  )
}

/** Rows that were opened and left empty are not sent. */
export function filled(evidence: Evidence[]): Evidence[] {
  return evidence.filter((link) => link.file !== undefined || link.title.trim() !== '' || (link.url ?? '').trim() !== '')
}
