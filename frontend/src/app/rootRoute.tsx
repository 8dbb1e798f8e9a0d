import { createRootRoute } from '@tanstack/react-router'
import { Shell } from './Shell'
import { Missing } from './Missing'
import { Crash } from './Crash'

/** Everything stands in the shell. */
export const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: Crash })
