import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { textsQuery } from '../api/texts'

const few = 8

/** What people wrote themselves, in no order. */
export function FreeTexts({ contract, requirement }: { contract: string; requirement: string }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const { data, error, refetch } = useQuery(textsQuery(contract, requirement, useAsOf()))
  if (error) return <Trouble error={error} again={() => void refetch()} />
  if (!data || data.length === 0) return null
  const shown = all ? data : data.slice(0, few)
  return (
    <section className="requirement">
      <h2>{t('survey.texts')}</h2>
      <p className="small soft">{t('survey.textsWhat')}</p>
      <ul className="survey-texts">
        {shown.map(({ text }, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
      {shown.length < data.length ? (
        <button type="button" className="linklike" onClick={() => setAll(true)}>
          {t('survey.textsMore', { count: data.length })}
        </button>
      ) : null}
    </section>
  )
}
