import type { Text } from './useText'

export const roles = ['lead', 'auditor', 'management', 'department', 'admin'] as const

/** A role in the interface's words; one we do not know as it is. */
export function roleName(role: string, t: Text): string {
  if (role === 'customer') return t('role.customer') // by a one-time link
  const known = roles.find((name) => name === role)
  return known ? t(`role.${known}`) : role
}
