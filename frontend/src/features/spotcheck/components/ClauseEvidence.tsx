import { useState } from 'react'
import type { Evidence, Problem } from '@/shared/api/wire'
import { EvidenceFields } from '@/shared/form/EvidenceFields'
import { useText } from '@/shared/text/useText'
import type { Where } from '../useSay'

interface Props {
  where: Where
  title: string
  value: Evidence[]
  problem: Problem | undefined
  onChange: (value: Evidence[]) => void
}

/** What shows how a clause fared; opened where there is something to attach. */
export function ClauseEvidence({ where, title, value, problem, onChange }: Props) {
  const { t } = useText()
  const [open, setOpen] = useState(value.length > 0)
  if (!open) {
    return (
      <p>
        <button type="button" className="linklike" onClick={() => setOpen(true)}>
          {t('spotcheck.attach')}
          <span className="sr-only"> {title}</span>
        </button>
      </p>
    )
  }
  return (
    <>
      <p className="small soft">{t('spotcheck.attachWhat')}</p>
      <EvidenceFields contract={where.contract} goal={where.goal} today={where.day} value={value} onChange={onChange} problem={problem} />
    </>
  )
}

/** The faults of a part, at their places within it. */
export function within(problem: Problem | undefined, part: string): Problem | undefined {
  const prefix = `body.${part}.`
  if (!problem) return undefined
  return {
    ...problem,
    errors: (problem.errors ?? []).filter(({ location }) => location.startsWith(prefix)).map((one) => ({ ...one, location: `body.${one.location.slice(prefix.length)}` })),
  }
}
