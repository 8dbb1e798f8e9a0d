import { toPixels } from '@/shared/format/rat'
import { Stripes, useStripes } from './Stripes'

interface Props {
  worst: string
  best: string
  label: string
}

/** Obtained solid, open striped, out of reach pale; of 100. */
export function Band({ worst, best, label }: Props) {
  const stripes = useStripes()
  const got = toPixels(worst)
  const open = Math.max(0, toPixels(best) - got)
  return (
    <svg className="band" height="14" role="img" aria-label={label}>
      <defs>
        <Stripes id={stripes.id} />
      </defs>
      <rect className="reach" width="100%" height="14" />
      <rect x={`${got}%`} width={`${open}%`} height="14" fill={stripes.fill} />
      <rect className="got" width={`${got}%`} height="14" />
    </svg>
  )
}
