import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { act, type ReactNode } from 'react'
import { readSearch } from '@/shared/route'

/** Draws a component as on a contract's page at an address. */
export async function renderPage(ui: ReactNode, address = '/c/cpr-2014', prepare?: (client: QueryClient) => void) {
  const root = createRootRoute({ validateSearch: (search: Record<string, unknown>) => readSearch(search) })
  const page = createRoute({ getParentRoute: () => root, path: '/c/$contract', component: () => ui })
  const deeper = createRoute({ getParentRoute: () => root, path: '/c/$contract/goals/$goal', component: () => ui })
  const router = createRouter({
    routeTree: root.addChildren([page, deeper]),
    history: createMemoryHistory({ initialEntries: [address] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  prepare?.(client)
  await act(() => router.load())
  const result = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  )
  return { ...result, router, client }
}
