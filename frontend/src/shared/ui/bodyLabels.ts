import type { Text } from '@/shared/text/useText'

/** Members of facts' bodies that have a name of their own. */
const labels = [
  'status', 'expected', 'expectedReason', 'progress', 'owner', 'risk', 'note', 'reason', 'evidence', 'fact', 'verdict', 'figures', 'final',
  'source', 'degree', 'withdrawn', 'item', 'title', 'planned', 'dependsOn', 'version', 'sha256', 'from', 'day', 'timely',
  'total', 'month', 'count', 'satisfied', 'answered', 'budget', 'spent', 'yes', 'value', 'level',
  'name', 'media', 'size',
  'account', 'added', 'amount', 'asked', 'base', 'cases', 'change', 'changed', 'column', 'columns', 'concluded', 'confidence', 'counts', 'differing',
  'differs', 'dontKnow', 'dontKnowCounts', 'encoding', 'file', 'format', 'frame', 'gone', 'high', 'import', 'interval', 'least', 'line',
  'lines', 'low', 'missing', 'months', 'new', 'number', 'open', 'openLate', 'overall', 'part', 'plan', 'population', 'questions',
  'random', 'received', 'reference', 'removed', 'root', 'round', 'rows', 'scale', 'sector', 'sectors', 'share', 'sum', 'tally', 'text',
  'texts', 'tolerable', 'unchanged', 'unsampled', 'upper', 'values', 'vanished', 'words', 'year',
] as const

/** Members that mean something else within another one. */
const within = { 'rows.size': 'body.rowsSize', 'sample.size': 'body.sampleSize' } as const

/** What a member of a fact's body is called; its own name where nothing is known of it. */
export function bodyLabel(key: string, t: Text, parent = ''): string {
  const placed = `${parent}.${key}`
  if (placed === 'rows.size' || placed === 'sample.size') return t(within[placed])
  const known = labels.find((label) => label === key)
  return known ? t(`body.${known}`) : key
}
