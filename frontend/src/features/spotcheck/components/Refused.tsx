import { Trouble } from '@/shared/ui/Trouble'
import type { useSay } from '../useSay'

/** Why something was not recorded, with every place that is named. */
export function Refused({ saying }: { saying: ReturnType<typeof useSay> }) {
  if (!saying.error) return null
  const errors = saying.problem?.errors ?? []
  return (
    <>
      <Trouble error={saying.error} />
      {errors.length > 0 ? (
        <ul className="small">
          {errors.map(({ location, message }) => (
            <li key={location + message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
