import type { SideBySide } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'

/** A side as one says it: "30. juni 2014", "version 2". */
export function sideName(side: SideBySide['left'], language: Language, t: Text): string {
  return side.side.startsWith('v') ? t('compare.version', { version: side.version }) : longDay(side.day, language)
}
