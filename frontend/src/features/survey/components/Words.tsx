import { useId } from 'react'
import { Field } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { withWord } from '../mapping'
import type { Mapping, Preview } from '../wire'

interface Props {
  preview: Preview
  mapping: Mapping
  onSay: (mapping: Mapping) => void
}

/** Words of the file that are not on the scale, each with the answer it means. */
export function Words({ preview, mapping, onSay }: Props) {
  const { t } = useText()
  const heading = useId()
  const words = [...new Set([...mapping.words.map(({ word }) => word), ...preview.unknown])].sort()
  if (words.length === 0) return null
  return (
    <section className="requirement" aria-labelledby={heading}>
      <h2 id={heading}>{t('survey.words')}</h2>
      <p className="small soft">{t('survey.wordsWhat')}</p>
      {words.map((word) => (
        <Field key={word} label={word}>
          {(control) => (
            <select
              {...control}
              className="form-select"
              value={mapping.words.find((one) => one.word === word)?.value ?? ''}
              onChange={(event) => onSay(withWord(mapping, word, event.target.value))}
            >
              <option value="">{t('survey.wordNone')}</option>
              {preview.answers.map((answer) => (
                <option key={answer} value={answer}>
                  {answer}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </section>
  )
}
