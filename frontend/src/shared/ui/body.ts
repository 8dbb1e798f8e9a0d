import { longDay, monthName } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { formatRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'
import { bodyLabel } from './bodyLabels'

export interface BodyRow {
  key: string
  label: string
  value: string
  /** The fact that the value names. */
  fact?: string
}

const words = [
  'planned', 'started', 'done', 'dropped', 'on_track', 'at_risk', 'late', 'accepted', 'returned',
] as const

/** How many entries of a list are written out. */
const most = 24
const money = ['budget', 'spent', 'year', 'amount']
const exact = ['degree', 'value', 'share', 'low', 'high', 'confidence', 'tolerable']
/** Members that an entry of a list is called by. */
const names = ['month', 'name', 'title', 'reference', 'line', 'text']
const factId = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

type Members = Record<string, unknown>

class Writer {
  constructor(
    private readonly language: Language,
    private readonly t: Text,
  ) {}

  scalar(key: string, value: unknown): string {
    const { language, t } = this
    if (typeof value === 'boolean') return value ? t('word.yes') : t('word.no')
    if (typeof value === 'number') {
      return money.includes(key) ? t('result.kroner', { amount: formatOere(value, language) }) : formatRat(String(value), language)
    }
    if (typeof value !== 'string') return JSON.stringify(value)
    const word = words.find((one) => one === value)
    if (word && ['status', 'risk', 'verdict'].includes(key)) return t(`word.${word}`)
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDay(value, language)
    if (key === 'month' && /^\d{4}-\d{2}$/.test(value)) return monthName(value, language, true)
    if (exact.includes(key) && /^[\d./]+$/.test(value)) return formatRat(value, language)
    return value
  }

  /** An entry of a list: a link, a text, or an object with its members named. */
  entry(key: string, value: unknown): string {
    if (typeof value !== 'object' || value === null) return this.scalar(key === 'months' ? 'amount' : key, value)
    const { title, url } = value as { title?: string; url?: string }
    if (key === 'evidence') return [title, url].filter(Boolean).join(' ')
    const members = value as Members
    const called = names.find((name) => !empty(members[name]))
    const rest = Object.entries(members)
      .filter(([name, one]) => name !== called && !empty(one))
      .map(([name, one]) => `${bodyLabel(name, this.t)} ${this.part(name, one)}`)
      .join(', ')
    return called === undefined ? rest : [this.scalar(called, members[called]), rest].filter(Boolean).join(': ')
  }

  /** A member of an entry, on one line. */
  part(key: string, value: unknown): string {
    if (Array.isArray(value)) return `(${this.list(key, value, ', ')})`
    if (typeof value === 'object') return `(${this.entry(key, value)})`
    return this.scalar(key, value)
  }

  list(key: string, values: unknown[], between: string): string {
    const shown = values.slice(0, most).map((one) => this.entry(key, one))
    if (values.length > most) shown.push(this.t('body.more', { count: values.length - most }))
    return shown.join(between)
  }

  rows(body: Members, parent = ''): BodyRow[] {
    return Object.entries(body).flatMap(([key, value]): BodyRow[] => {
      if (empty(value)) return []
      const label = bodyLabel(key, this.t, parent)
      if (Array.isArray(value)) {
        const objects = key !== 'evidence' && value.some((one) => typeof one === 'object')
        return [{ key, label, value: this.list(key, value, objects ? '; ' : ', ') }]
      }
      if (typeof value === 'object') return this.rows(value as Members, key)
      const row = { key, label, value: this.scalar(key, value) }
      return typeof value === 'string' && factId.test(value) ? [{ ...row, fact: value }] : [row]
    })
  }
}

function empty(value: unknown): boolean {
  return value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** A fact's body as labelled rows; empty members are left out. */
export function bodyRows(body: Members, language: Language, t: Text): BodyRow[] {
  return new Writer(language, t).rows(body)
}
