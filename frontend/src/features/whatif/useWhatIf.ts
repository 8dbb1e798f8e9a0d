import { useQuery } from '@tanstack/react-query'
import { whatIfQuery } from './api'
import { fit, refusals } from './refusals'

/** The page with what is set; what the server refuses is handed back, and the rest is reckoned without it. */
export function useWhatIf(contract: string, set: string[], asOf: string | undefined) {
  const all = useQuery(whatIfQuery(contract, set, asOf))
  const refused = refusals(all.error, set)
  const some = refused.size > 0
  const rest = useQuery({ ...whatIfQuery(contract, some ? fit(set, refused) : [], asOf), enabled: some })
  const { data, error, refetch } = some ? rest : all
  return { data, error, refetch, refused }
}
