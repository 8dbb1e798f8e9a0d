import { useState } from 'react'
import { compareRat, formatRat } from '@/shared/format/rat'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { ChangeProps } from './fields'
import { PutIn } from './PutIn'
import { missing, typedRat, weightEdits, type Typed } from './weights'

/** All weights at once, so that they still sum. */
export function WeightFields({ outline, onEdits, busy }: ChangeProps) {
  const { t, language } = useText()
  const [typed, setTyped] = useState<Typed>({})
  if (compareRat(outline.sum, '0') === 0) return <p className="soft">{t('common.noWeights')}</p>
  const rest = outline.flat ? missing(outline, typed) : undefined
  const sums = !outline.flat || (rest !== undefined && compareRat(rest, '0') === 0)
  return (
    <div className="fields">
      <div className="weight-list">
        {outline.goals.map((goal) => {
          const text = typed[goal.id] ?? formatRat(goal.weight, language, 4)
          return (
            <TextField
              key={goal.id}
              label={t('agreement.goal', { number: goal.number, title: goal.title })}
              numeric
              size="short"
              suffix={outline.unit}
              value={text}
              error={typedRat(text) === undefined ? t('common.figure') : undefined}
              onChange={(value) => setTyped({ ...typed, [goal.id]: value })}
            />
          )
        })}
      </div>
      <p role="status" className={sums ? 'soft' : 'late'}>
        {outline.flat ? restWords() : t('common.levels')}
      </p>
      <PutIn edits={sums ? weightEdits(outline, typed) : []} busy={busy} onEdits={onEdits} />
    </div>
  )

  function restWords(): string {
    if (rest === undefined) return t('common.figure')
    const values = { sum: formatRat(outline.sum, language), unit: outline.unit }
    switch (compareRat(rest, '0')) {
      case 1:
        return t('common.missing', { ...values, rest: formatRat(rest, language, 4) })
      case -1:
        return t('common.tooMuch', { ...values, rest: formatRat(rest, language, 4).replace(/^[-−]/, '') })
    }
    return t('common.sums', values)
  }
}
