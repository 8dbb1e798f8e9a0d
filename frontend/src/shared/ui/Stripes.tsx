import { useId } from 'react'

export function useStripes() {
  const id = useId()
  return { id, fill: `url(#${id})` }
}

/** The pattern of everything that is open. */
export function Stripes({ id, size = 8 }: { id: string; size?: number }) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="stripe-b" width={size} height={size} />
      <rect className="stripe-a" width={size / 2} height={size} />
    </pattern>
  )
}
