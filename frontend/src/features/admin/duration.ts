import type { Text } from '@/shared/text/useText'

/** A stretch of time in the largest unit that it is whole in. */
export function duration(seconds: number, t: Text): string {
  if (seconds % 3600 === 0) return t('admin.hours', { count: seconds / 3600 })
  if (seconds % 60 === 0) return t('admin.minutes', { count: seconds / 60 })
  return t('admin.seconds', { count: seconds })
}
