import { useIncoming, type Incoming } from '@/shared/file/useIncoming'
import { previewBudget, sendBudget } from './api/send'
import type { BudgetPage, Preview, What } from './wire'

export interface Said {
  final: boolean
  gone: boolean
  note: string
  reason: string
}

/** A file with a base budget or postings on its way in: chosen, looked at, written. */
export function useBudgetImport(contract: string, page: BudgetPage) {
  const incoming = useIncoming<Preview>(contract)
  const { file, preview, busy, error, saved, forget } = incoming

  const look = (of: Incoming, what: What, day: string) => incoming.look(() => previewBudget(contract, page.requirement, { ...of, what, day }))

  const take = async (chosen: File, what: What, day: string) => {
    await look(await incoming.take(chosen), what, day)
  }

  const again = (what: What, day: string) => {
    if (file && day) void look(file, what, day)
  }

  const write = (what: What, day: string, said: Said) =>
    incoming.write((sent) =>
      sendBudget(contract, page.requirement, what, {
        ...sent, day, ...(said.reason ? { reason: said.reason } : {}),
        ...(what === 'base' ? { expects: page.expectsBase } : { expects: page.expectsPostings, final: said.final, gone: said.gone, note: said.note }),
      }),
    )

  return { file, preview, busy, error, saved, take, again, write, forget }
}
