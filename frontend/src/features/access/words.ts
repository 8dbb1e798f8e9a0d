import { roleName } from '@/shared/text/roles'
import { contractName, goalName, type ContractName } from '@/shared/text/scope'
import type { Text } from '@/shared/text/useText'
import type { GrantKind } from './wire'

/** One thing that is given: "projektleder", "mål 1", "Resultatkontrakt 2014". */
export function valueName(kind: GrantKind, value: string, contracts: ContractName[], t: Text): string {
  switch (kind) {
    case 'role':
      return roleName(value, t)
    case 'goal':
      return goalName(value, contracts, t)
    case 'contract':
      return contractName(value, contracts, t)
  }
}

/** The same within a sentence: "rollen projektleder", "ansvaret for mål 1". */
export function whatIsGiven(kind: GrantKind, value: string, contracts: ContractName[], t: Text): string {
  return t(`access.what.${kind}`, { value: valueName(kind, value, contracts, t) })
}
