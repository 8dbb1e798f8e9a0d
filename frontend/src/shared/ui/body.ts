import { longDay } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { formatRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'

export interface BodyRow {
  key: string
  label: string
  value: string
}

const labels = [
  'status', 'expected', 'expectedReason', 'progress', 'owner', 'risk', 'note', 'reason', 'evidence', 'fact', 'verdict', 'figures', 'final',
  'source', 'degree', 'withdrawn', 'item', 'title', 'planned', 'dependsOn', 'version', 'sha256', 'from', 'day', 'timely',
  'total', 'month', 'count', 'satisfied', 'answered', 'budget', 'spent', 'yes', 'value', 'level',
  'name', 'media', 'size',
] as const
type Label = (typeof labels)[number]

const words = [
  'planned', 'started', 'done', 'dropped', 'on_track', 'at_risk', 'late', 'accepted', 'returned',
] as const

function isLabel(key: string): key is Label {
  return labels.some((label) => label === key)
}

function scalar(key: string, value: unknown, language: Language, t: Text): string {
  if (typeof value === 'boolean') return value ? t('word.yes') : t('word.no')
  if (typeof value === 'number') {
    if (key === 'budget' || key === 'spent') return t('result.kroner', { amount: formatOere(value, language) })
    return formatRat(String(value), language)
  }
  if (typeof value !== 'string') return JSON.stringify(value)
  const word = words.find((one) => one === value)
  if (word && ['status', 'risk', 'verdict'].includes(key)) return t(`word.${word}`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDay(value, language)
  if ((key === 'degree' || key === 'value') && /^[\d./]+$/.test(value)) return formatRat(value, language)
  return value
}

function linkText(link: unknown): string {
  if (typeof link === 'string') return link
  const { title, url } = link as { title?: string; url?: string }
  return [title, url].filter(Boolean).join(' ')
}

/** A fact's body as labelled rows; empty members are left out. */
export function bodyRows(body: Record<string, unknown>, language: Language, t: Text): BodyRow[] {
  return Object.entries(body).flatMap(([key, value]): BodyRow[] => {
    if (value === '' || value === null || value === undefined) return []
    if (Array.isArray(value)) {
      return value.length === 0 ? [] : [{ key, label: label(key, t), value: value.map(linkText).join(', ') }]
    }
    if (typeof value === 'object') return bodyRows(value as Record<string, unknown>, language, t)
    return [{ key, label: label(key, t), value: scalar(key, value, language, t) }]
  })
}

function label(key: string, t: Text): string {
  return isLabel(key) ? t(`body.${key}`) : key
}
