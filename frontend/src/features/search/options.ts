import type { Text } from '@/shared/text/useText'
import { kindName } from '@/shared/text/kinds'
import type { Command } from './commands'
import { addressOf, withSearch } from './target'
import type { Hit, Piece, SearchResult } from './wire'

/** A line of the palette. */
export interface Option {
  id: string
  /** The heading that it stands under. */
  group: string
  title: Piece[]
  plain: string
  detail: string
  address?: string | undefined
  act?: 'language' | 'logout' | undefined
  /** Shown among the recent places afterwards. */
  keep: boolean
}

/** What the palette shows: commands first, then what was found, then the way to all of it. */
export function optionsOf(commands: Command[], found: SearchResult | undefined, typed: string, asOf: string | undefined, t: Text): Option[] {
  const list: Option[] = commands.map((command) => ({
    id: command.id.replace(/\W+/g, '-'),
    group: t(`palette.group.${command.group}`),
    title: [{ text: command.label, mark: false }],
    plain: command.label,
    detail: '',
    address: command.address,
    act: command.act,
    keep: command.address !== undefined,
  }))
  for (const group of found?.groups ?? []) {
    for (const [index, hit] of group.hits.entries()) {
      list.push({
        id: `hit-${group.kind}-${index}`,
        group: t(`search.kind.${group.kind}`),
        title: hit.title,
        plain: hit.title.map((piece) => piece.text).join(''),
        detail: detailOf(hit, t),
        address: addressOf(hit, asOf),
        keep: true,
      })
    }
  }
  if (found && typed !== '') {
    const label = t('palette.all', { words: typed })
    list.push({ id: 'all', group: t('search.title'), title: [{ text: label, mark: false }], plain: label, detail: '', address: withSearch('/search', { q: typed, asOf }), keep: false })
  }
  return list
}

/** What stands beside a hit: of which contract, and of a fact what kind. */
export function detailOf(hit: Hit, t: Text): string {
  const contract = `${hit.agency} ${hit.year}`
  return hit.kind === 'fact' ? `${kindName(hit.factKind, t)} · ${contract}` : contract
}
