import type { ReactNode } from 'react'
import { FormFrame } from './FormFrame'
import type { Restored } from './useDraft'
import type { Sending } from './useSending'

interface Props<B> {
  title: string
  submit: string
  sending: Sending<B>
  restored?: Restored | undefined
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}

/** A form, or a question before a deed, that writes no fact: nothing to be stale about. */
export function PlainForm<B>({ sending, restored, onCancel, ...rest }: Props<B>) {
  return (
    <FormFrame
      {...rest}
      problem={sending.problem}
      unreachable={sending.unreachable}
      sending={sending.sending}
      restored={restored}
      mine={{}}
      onCancel={onCancel}
      onInsist={onCancel}
      onYield={onCancel}
    />
  )
}
