import { formatRat } from '@/shared/format/rat'
import { isDay, longDay } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'
import type { Cell } from './api'

const words = ['planned', 'started', 'done', 'on_track', 'at_risk', 'late'] as const

/** A cell's value as one reads it. */
export function cellText(column: Cell['column'], value: string, language: Language, t: Text): string {
  if (value === '') return t('planfile.nothing')
  if (column === 'status' || column === 'risk') {
    if (value === 'dropped') return t('planfile.dropped') // as the file says it
    const word = words.find((one) => one === value)
    return word === undefined ? value : t(`word.${word}`)
  }
  if (column === 'progress') return t('planfile.percent', { value: formatRat(value, language) })
  if ((column === 'expected' || column === 'done') && isDay(value)) return longDay(value, language)
  return value
}

/** The column's name. */
export function columnName(column: Cell['column'], t: Text): string {
  return column === 'done' ? t('form.dayDone') : t(`body.${column}`)
}
