import type { WorkLine } from '@/shared/api/wire'
import { capital, inWords } from '@/shared/text/number'
import type { Text } from '@/shared/text/useText'

/** How much waits, in sentences. */
export function standing(lines: WorkLine[], t: Text): string {
  const late = lines.filter((line) => line.late).length
  const waits = lines.filter((line) => line.waits).length
  const sentences = [t('work.count', { count: lines.length, words: capital(inWords(lines.length, t)) })]
  if (late > 0) sentences.push(t('work.late', { count: late, words: capital(inWords(late, t)) }))
  if (waits > 0 && (waits < lines.length || waits === 1)) sentences.push(t('work.waits', { count: waits, words: inWords(waits, t) }))
  return sentences.join(' ')
}
