import { expect, it } from 'vitest'
import type { GoalLine, Session } from '@/shared/api/wire'
import { holdsPersonNumber } from '@/shared/text/personNumber'
import type { Text } from '@/shared/text/useText'
import { commandsFor, jumpsFor, matching, type Command } from './commands'
import { readSearchSearch } from './search'
import { addressOf } from './target'
import type { Hit } from './wire'

it('keeps person numbers out of the address', () => {
  // A date and four digits; no person's.
  expect(holdsPersonNumber('se 010190-1234 her')).toBe(true)
  expect(holdsPersonNumber('0101901234')).toBe(true)
  expect(holdsPersonNumber('0 1 0 1 9 0 1 2 3 4')).toBe(true)
  expect(holdsPersonNumber('1 2 3 4 5 6 7 8 9 10')).toBe(false)
  expect(holdsPersonNumber('sag 12345678901')).toBe(false)
  expect(readSearchSearch({ q: '010190 1234', kind: 'goal' })).toEqual({ kind: 'goal' })
  expect(readSearchSearch({ q: 2014, kind: 'nonsense' })).toEqual({ q: '2014' })
})

const hit = (kind: Hit['kind']) =>
  ({ kind, contract: 'cpr-2014', goal: '2', key: 'marketing.live', fact: 'f1' }) as unknown as Hit

it('leads each kind of hit to where it is read, on the day that one looks back to', () => {
  expect(addressOf(hit('contract'), undefined)).toBe('/c/cpr-2014')
  expect(addressOf(hit('goal'), '2014-06-30')).toBe('/c/cpr-2014/goals/2?asOf=2014-06-30')
  expect(addressOf(hit('step'), undefined)).toBe('/c/cpr-2014/goals/2?explain=step%3Amarketing.live')
  expect(addressOf(hit('fact'), undefined)).toBe('/c/cpr-2014/facts/f1')
  expect(addressOf(hit('person'), undefined)).toBe('/c/cpr-2014/log?person=marketing.live')
})

it('offers every page of the contract, on the day that one looks back to', () => {
  const session = { contracts: [], operations: [] } as unknown as Session
  const addresses = (contract: string) => commandsFor(session, contract, [], '2014-06-30', String as unknown as Text).map((one) => one.address)
  const pages = ['', '/agreement', '/log', '/what-if', '/last-safe-days', '/compare', '/plan-file']
  expect(addresses('cpr-2014')).toEqual(expect.arrayContaining(pages.map((path) => `/c/cpr-2014${path}?asOf=2014-06-30`)))
  expect(addresses('')).not.toContain('/c/?asOf=2014-06-30')
})

it('jumps to a goal by its number and to the log by a leaf', () => {
  const goals = [{ id: 'g3', number: '3', title: 'Sikkerhed' }, { id: 'g30', number: '30', title: 'Andet' }] as unknown as GoalLine[]
  const to = (typed: string, asOf?: string) =>
    jumpsFor(typed, 'cpr-2014', goals, asOf, String as unknown as Text).map((one) => one.address)
  expect(to('mål 3')).toEqual(['/c/cpr-2014/goals/g3'])
  expect(to('Goal 3', '2014-06-30')).toEqual(['/c/cpr-2014/goals/g3?asOf=2014-06-30'])
  expect(to('nr. 12')).toEqual(['/c/cpr-2014/log?after=11'])
  expect(to('nr 0')).toEqual(['/c/cpr-2014/log'])
  expect(to('mål 9')).toEqual([])
  expect(to('måling')).toEqual([])
})

it('finds commands by the beginnings of their words', () => {
  const command = (label: string): Command => ({ id: label, group: 'pages', label })
  const all = [command('Overblik'), command('2 Digitalisering'), command('7 Udvikling af nyt web-system')]
  expect(matching(all, 'dig').map((one) => one.label)).toEqual(['2 Digitalisering'])
  expect(matching(all, 'udv sys').map((one) => one.label)).toEqual(['7 Udvikling af nyt web-system'])
  expect(matching(all, '  ')).toHaveLength(3)
  expect(matching(all, 'blik')).toEqual([])
})
