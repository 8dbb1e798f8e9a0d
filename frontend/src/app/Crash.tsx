import type { ErrorComponentProps } from '@tanstack/react-router'
import { useContractId } from '@/shared/route'
import { Trouble } from '@/shared/ui/Trouble'

/** In a page's place when it cannot be shown; what stands around it stays. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const framed = useContractId() !== ''
  const again = () => {
    // A part of the app is missing: it is loaded whole, once the server answers.
    if (error instanceof TypeError) void answers().then((up) => (up ? window.location.reload() : undefined))
    else reset()
  }
  const trouble = <Trouble page error={error} again={again} />
  return framed ? (
    trouble
  ) : (
    <main className="wrap page" id="content" tabIndex={-1}>
      {trouble}
    </main>
  )
}

function answers(): Promise<boolean> {
  return fetch('/healthz').then(
    (response) => response.ok,
    () => false,
  )
}
