import type { GoalLine, Session } from '@/shared/api/wire'
import type { Text } from '@/shared/text/useText'
import { withSearch } from './target'

export type CommandGroup = 'recent' | 'pages' | 'goals' | 'actions'

/** Something that the palette offers without asking the server. */
export interface Command {
  id: string
  group: CommandGroup
  label: string
  address?: string
  /** What is done in place. */
  act?: 'language' | 'logout'
}

/** The pages and actions that a person has, in the contract at hand. */
export function commandsFor(session: Session, contract: string, goals: GoalLine[], asOf: string | undefined, t: Text): Command[] {
  const under = (path: string) => withSearch(`/c/${encodeURIComponent(contract)}${path}`, { asOf })
  const page = (label: string, address: string): Command => ({ id: `page ${address}`, group: 'pages', label, address })
  const list: Command[] = [page(t('nav.work'), '/')]
  if (contract !== '') {
    list.push(
      page(t('nav.overview'), under('')),
      page(t('nav.agreement'), under('/agreement')),
      page(t('nav.log'), under('/log')),
      page(t('whatif.title'), under('/what-if')),
      page(t('safe.title'), under('/last-safe-days')),
      page(t('compare.title'), under('/compare')),
      page(t('planfile.title'), under('/plan-file')),
    )
  }
  if (session.contracts.length > 1) list.push(page(t('nav.portfolio'), '/portfolio'))
  if (session.operations.includes('service.read')) list.push(page(t('nav.admin'), '/admin'))
  list.push(page(t('nav.tokens'), '/tokens'), page(t('search.title'), '/search'))
  for (const goal of goals) {
    const address = under(`/goals/${encodeURIComponent(goal.id)}`)
    list.push({ id: `goal ${address}`, group: 'goals', label: `${goal.number} ${goal.title}`, address })
  }
  list.push(
    { id: 'language', group: 'actions', label: t('palette.language'), act: 'language' },
    { id: 'logout', group: 'actions', label: t('nav.logout'), act: 'logout' },
  )
  return list
}

/** Those whose label has every word that was typed, at the beginning of one of its own. */
export function matching(commands: Command[], typed: string): Command[] {
  const words = typed.toLocaleLowerCase('da').split(/\s+/).filter(Boolean)
  return commands.filter(({ label }) => {
    const own = label.toLocaleLowerCase('da').split(/[\s-]+/)
    return words.every((word) => own.some((one) => one.startsWith(word)))
  })
}
