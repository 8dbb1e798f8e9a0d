import type { Text } from './useText'

// Goals and contracts as access names them: "*" is all, "cpr-2014:1" a goal in
// one contract, "1" that goal wherever it is.

export interface ContractName {
  id: string
  title: string
}

const everything = '*'

/** A contract by its title; by its id where it is not one of those seen. */
export function contractName(id: string, contracts: ContractName[], t: Text): string {
  if (id === everything) return t('scope.allContracts')
  return contracts.find((contract) => contract.id === id)?.title ?? id
}

/** "mål 1 i Resultatkontrakt 2014" */
export function goalName(entry: string, contracts: ContractName[], t: Text): string {
  const cut = entry.indexOf(':')
  const goal = cut < 0 ? entry : entry.slice(cut + 1)
  const contract = cut < 0 ? '' : contractName(entry.slice(0, cut), contracts, t)
  if (goal === everything) return contract ? t('scope.allGoalsIn', { contract }) : t('scope.allGoals')
  return contract ? t('scope.goalIn', { goal, contract }) : t('scope.goal', { goal })
}
