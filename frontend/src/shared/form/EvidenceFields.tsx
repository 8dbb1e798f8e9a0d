import type { Evidence, Problem } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { TextField } from './Field'
import { fault } from './useSaving'

interface Props {
  value: Evidence[]
  onChange: (value: Evidence[]) => void
  problem: Problem | undefined
}

/** Links to what shows that it is so. */
export function EvidenceFields({ value, onChange, problem }: Props) {
  const { t } = useText()
  const set = (index: number, changed: Partial<Evidence>) =>
    onChange(value.map((link, i) => (i === index ? { ...link, ...changed } : link)))
  return (
    <fieldset className="form-group evidence">
      <legend className="form-label">{t('form.evidence')}</legend>
      {value.map((link, index) => (
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
            value={link.url}
            error={fault(problem, `evidence[${index}].url`)}
            onChange={(url) => set(index, { url })}
          />
          <button type="button" className="linklike" onClick={() => onChange(value.filter((_, i) => i !== index))}>
            {t('form.evidenceRemove')}
          </button>
        </div>
      ))}
      <button type="button" className="linklike" onClick={() => onChange([...value, { title: '', url: '' }])}>
        {t('form.evidenceAdd')}
      </button>
    </fieldset>
  )
}

/** Rows that were opened and left empty are not sent. */
export function filled(evidence: Evidence[]): Evidence[] {
  return evidence.filter((link) => link.title.trim() !== '' || link.url.trim() !== '')
}
