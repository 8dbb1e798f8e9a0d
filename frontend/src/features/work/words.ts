import type { WorkLine } from '@/shared/api/wire'
import { capital, inWords } from '@/shared/text/number'
import type { Text } from '@/shared/text/useText'

/** How much waits, in sentences. Who assesses has the goals below, also when nothing presses. */
export function standing(all: WorkLine[], t: Text, assesses = false): string {
  const lines = all.filter((line) => !line.others)
  const others = all.length - lines.length
  const late = lines.filter((line) => line.late).length
  const waits = lines.filter((line) => line.waits).length
  const none = t(assesses ? 'work.noneToAssess' : 'work.none')
  const sentences = [lines.length === 0 ? none : t('work.count', { count: lines.length, words: capital(inWords(lines.length, t)) })]
  if (late > 0) sentences.push(t('work.late', { count: late, words: capital(inWords(late, t)) }))
  if (waits === 1 && lines.length === 1) sentences.push(t('work.waitsAlone'))
  else if (waits > 0 && waits < lines.length) sentences.push(t('work.waits', { count: waits, words: inWords(waits, t) }))
  if (others > 0) sentences.push(t('work.others', { count: others }))
  return sentences.join(' ')
}
