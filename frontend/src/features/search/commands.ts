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

/** Where "mål 3", "goal 3" and "nr. 12" lead at once: the goal, and the log from that leaf on. */
export function jumpsFor(typed: string, contract: string, goals: GoalLine[], asOf: string | undefined, t: Text): Command[] {
  if (contract === '') return []
  const under = (path: string, more: Record<string, string | undefined> = {}) =>
    withSearch(`/c/${encodeURIComponent(contract)}${path}`, { ...more, asOf })
  const number = /^(?:mål|maal|goal)\s*(\S+)$/i.exec(typed)?.[1]
  const goal = goals.find((one) => number !== undefined && one.number.toLocaleLowerCase('da') === number.toLocaleLowerCase('da'))
  const leaf = /^(?:nr\.?|no\.?)\s*(\d{1,9})$/i.exec(typed)?.[1]
  const list: Command[] = []
  if (goal) {
    const { number: printed, title } = goal
    const address = under(`/goals/${encodeURIComponent(goal.id)}`)
    list.push({ id: `jump ${address}`, group: 'goals', label: t('palette.goal', { number: printed, title }), address })
  }
  if (leaf !== undefined) {
    const after = Number(leaf) - 1
    const address = under('/log', { after: after < 0 ? undefined : String(after) })
    list.push({ id: `jump ${address}`, group: 'pages', label: t('palette.leaf', { leaf: Number(leaf) }), address })
  }
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
