import type { Problem, Requirement } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { asked, type Typed } from './figures'

interface Props {
  requirement: Requirement
  typed: Typed
  problem: Problem | undefined
  onChange: (typed: Typed) => void
}

/** Counts as counts, money as kroner; never a percentage that someone worked out. */
export function FigureFields({ requirement, typed, problem, onChange }: Props) {
  const { t } = useText()
  return [...asked[requirement.measure], ...requirement.basis].map((name) => {
    const error = fault(problem, `figures.${name}`)
    if (name === 'yes') {
      return (
        <Choice
          key={name}
          label={t('figure.yes')}
          value={typed.yes === 'yes' || typed.yes === 'no' ? typed.yes : ''}
          error={error}
          options={[
            { value: 'yes', label: t('word.yes') },
            { value: 'no', label: t('word.no') },
          ]}
          onChange={(yes) => onChange({ ...typed, yes })}
        />
      )
    }
    if (name === 'level') {
      return (
        <Choice
          key={name}
          label={t('figure.level')}
          value={typed.level ?? ''}
          error={error}
          options={requirement.levels.map((level) => ({ value: level.id, label: level.title }))}
          onChange={(level) => onChange({ ...typed, level })}
        />
      )
    }
    const money = name === 'budget' || name === 'spent'
    return (
      <TextField
        key={name}
        label={t(`figure.${name}`)}
        numeric
        size="short"
        suffix={money ? t('figure.kr') : name === 'value' ? requirement.unit : ''}
        value={typed[name] ?? ''}
        error={error}
        onChange={(value) => onChange({ ...typed, [name]: value })}
      />
    )
  })
}
