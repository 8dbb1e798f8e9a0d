import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/shared/styles/main.scss'
import { watchPresence } from '@/shared/api/presence'
import { sweepDrafts } from '@/shared/form/drafts'
import { startTexts } from '@/shared/text/i18n'
import { startTheme } from '@/shared/ui/theme'
import { queryClient } from './queries'
import { router } from './router'

async function start() {
  startTheme()
  await startTexts()
  sweepDrafts()
  watchPresence(window)
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root element')
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
