import type { ErrorComponentProps } from '@tanstack/react-router'
import { Trouble } from '@/shared/ui/Trouble'

export function Crash({ error, reset }: ErrorComponentProps) {
  return (
    <main className="wrap page" id="content">
      <Trouble page error={error} again={reset} />
    </main>
  )
}
