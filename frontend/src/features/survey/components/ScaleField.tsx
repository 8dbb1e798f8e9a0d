import { useState } from 'react'
import { Field } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { Mapping } from '../wire'

/** The scale, where the contract has none; taken when the field is left. */
export function ScaleField({ mapping, onSay }: { mapping: Mapping; onSay: (mapping: Mapping) => void }) {
  const { t } = useText()
  const [text, setText] = useState(mapping.scale.join('\n'))
  const take = () => onSay({ ...mapping, scale: text.split('\n').map((line) => line.trim()).filter(Boolean) })
  return (
    <Field label={t('survey.scale')}>
      {(control) => (
        <textarea {...control} className="form-input" rows={5} value={text} onChange={(event) => setText(event.target.value)} onBlur={take} />
      )}
    </Field>
  )
}
