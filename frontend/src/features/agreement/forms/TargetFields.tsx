import { useState } from 'react'
import type { ContractEdit } from '@/shared/api/wire'
import { compareRat, formatRat } from '@/shared/format/rat'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { ChangeProps } from './fields'
import { PutIn } from './PutIn'
import { SelectField } from './SelectField'
import { typedRat } from './weights'

/** Another figure for a requirement's target of one year. */
export function TargetFields({ outline, onEdits, busy }: ChangeProps) {
  const { t, language } = useText()
  const [chosen, setChosen] = useState('')
  const [text, setText] = useState('')
  const name = (one: { requirement: string; year: number }) => `${one.requirement}/${String(one.year)}`
  const target = outline.targets.find((one) => name(one) === chosen)
  const value = typedRat(text)
  const edits: ContractEdit[] =
    target && value !== undefined && compareRat(value, target.value) !== 0
      ? [{ target: { requirement: target.requirement, year: target.year, value } }]
      : []
  return (
    <div className="fields">
      <SelectField
        label={t('common.target')}
        none={t('common.choose')}
        value={chosen}
        options={outline.targets.map((one) => ({
          value: name(one),
          label: t('common.targetOf', { number: one.number, title: one.title, year: one.year, words: one.words }),
        }))}
        onChange={(next) => {
          setChosen(next)
          const found = outline.targets.find((one) => name(one) === next)
          setText(found ? formatRat(found.value, language, 6) : '')
        }}
      />
      {target ? (
        <TextField
          label={t('common.newTarget')}
          numeric
          size="short"
          value={text}
          error={value === undefined ? t('common.figure') : undefined}
          onChange={setText}
        />
      ) : null}
      <PutIn edits={edits} busy={busy} onEdits={onEdits} />
    </div>
  )
}
