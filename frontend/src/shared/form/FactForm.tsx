import type { ReactNode } from 'react'
import type { Fact } from '@/shared/api/wire'
import { versionOf, withTheirs, type Theirs } from './chosen'
import { FormFrame } from './FormFrame'
import type { DraftForm } from './useDraft'
import type { Saving } from './useSaving'

interface Props<V extends object, B extends object> {
  title: string
  submit: string
  draft: DraftForm<V>
  saving: Saving<B>
  /** The fact to be, and which one it follows. */
  body: (expects: string) => B
  /** What is compared with the other's version, where that is not the whole body. */
  mine?: Record<string, unknown>
  keeps?: readonly string[]
  corrects?: boolean
  /** Asks for something more before it is sent. */
  onSubmit?: () => void
  onInsist?: (current: Fact, theirs: Theirs) => void
  children: ReactNode
}

/** The form of one fact: its draft, its sending, its ten seconds, and the choice where somebody was faster. */
export function FactForm<V extends object, B extends object>({ draft, saving, body, mine, onSubmit, onInsist, ...rest }: Props<V, B>) {
  return (
    <FormFrame
      {...rest}
      on={saving.place?.on}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={draft.restored}
      held={saving.held}
      mine={mine ?? ({ ...body('') } as Record<string, unknown>)}
      onSubmit={onSubmit ?? (() => saving.send(body(draft.seen)))}
      onInsist={
        onInsist ?? ((current, theirs) => saving.send(withTheirs(body(current.id), versionOf(current), theirs)))
      }
      onYield={saving.leave}
      onCancel={saving.leave}
    />
  )
}
