import type { ItemState } from '@/shared/api/wire'

/** A step's state by its shape. */
export function StepShape({ state, x, y }: { state: ItemState; x: number; y: number }) {
  switch (state) {
    case 'kept':
      return <circle cx={x} cy={y} r={5.5} />
    case 'late':
    case 'lost':
      return <path d={`M${x - 5} ${y - 5}h10v10h-10z`} />
    case 'overdue':
      return <path d={`M${x} ${y - 6.5}l6.5 11.5h-13z`} />
    case 'open':
      return <circle cx={x} cy={y} r={4.5} />
  }
}
