import { useId } from 'react'
import type { Stage } from '@/shared/api/staged'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

/** How far the work is, in words and as a bar. */
export function Progress({ stage }: { stage: Stage }) {
  const { t, language } = useText()
  const id = useId()
  const figures = { done: formatRat(String(stage.done), language), of: formatRat(String(stage.of), language) }
  return (
    <div className="progress">
      <label htmlFor={id}>{t(`planfile.stage.${stage.stage}`, figures)}</label>
      <progress id={id} max={Math.max(1, stage.of)} value={stage.done} />
    </div>
  )
}
