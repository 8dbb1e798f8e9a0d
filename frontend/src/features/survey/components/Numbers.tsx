import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { Preview } from '../wire'

interface Props {
  preview: Preview
  typed: Record<string, string>
  onType: (key: string, text: string) => void
  onLeave: () => void
}

/** How many were asked and how many there are, by sector where the file has sectors. */
export function Numbers({ preview, typed, onType, onLeave }: Props) {
  const { t } = useText()
  const fields =
    preview.sectors.length > 0
      ? preview.sectors.flatMap((sector) => [
          { key: `asked ${sector}`, label: t('survey.askedOf', { sector }) },
          { key: `population ${sector}`, label: t('survey.populationOf', { sector }) },
        ])
      : [
          { key: 'asked', label: t('survey.asked') },
          { key: 'population', label: t('survey.population') },
        ]
  return (
    <section className="requirement" onBlur={onLeave}>
      <h2>{t('survey.numbers')}</h2>
      <p className="small soft">{t('survey.numbersWhat')}</p>
      {fields.map(({ key, label }) => (
        <TextField key={key} label={label} size="short" numeric value={typed[key] ?? ''} onChange={(text) => onType(key, text)} />
      ))}
    </section>
  )
}
