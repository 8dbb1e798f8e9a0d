import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { BudgetPage } from '../wire'

export function budgetQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: keys.budget(contract, requirement, asOf),
    queryFn: async (): Promise<BudgetPage> =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/budget', {
          params: { path: { contract, requirement }, query: { asOf } },
        }),
      )) as BudgetPage,
  }
}
