import type { ContractEdit, Outline } from '@/shared/api/wire'

/** What each of the forms for common changes gets. */
export interface ChangeProps {
  outline: Outline
  /** Puts the edits into the file's text. */
  onEdits: (edits: ContractEdit[]) => void
  busy: boolean
}
