import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * A page that is a file of its own. Where the file cannot be fetched the app
 * stays and tells so, as it does of data; the router alone would load the whole
 * page anew, and lose it when the server is gone.
 */
export function lazyPage<M extends Record<string, unknown>, Name extends keyof M>(load: () => Promise<M>, name: Name) {
  return lazyRouteComponent(
    () =>
      load().catch((cause: unknown) => {
        throw new TypeError('a part of the app could not be fetched', { cause })
      }),
    name,
  )
}
