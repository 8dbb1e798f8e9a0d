import { useQuery } from '@tanstack/react-query'
import { casesAheadQuery } from '@/shared/api/casesAhead'
import { useAsOf, useContractId } from '@/shared/route'

/** What lies ahead of a requirement's cases, in a sentence. */
export function CasesAheadLine({ requirement }: { requirement: string }) {
  const { data } = useQuery(casesAheadQuery(useContractId(), requirement, useAsOf()))
  if (!data || data.line === '') return null
  const grave = data.warnings.find(({ words }) => words === data.line)
  return <p className={grave ? 'alert alert-warning' : 'small soft'}>{data.line}</p>
}
