import { isProblem } from './client'

const often = 5_000
const seldom = 60_000

interface State {
  error: unknown
  dataUpdatedAt: number
  errorUpdatedAt: number
}

/**
 * How long until a page asks again whether something is new; an unchanged
 * answer is a 304. Nobody asks while the tab is hidden, and a server that has
 * been silent for long is asked seldom. Without a session there is nothing to
 * ask for.
 */
export function askAgain({ state }: { state: State }): number | false {
  if (isProblem(state.error, 401)) return false
  return Math.min(seldom, Math.max(often, state.errorUpdatedAt - state.dataUpdatedAt))
}
