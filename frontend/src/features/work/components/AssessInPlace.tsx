import { useQuery } from '@tanstack/react-query'
import { AssessForm } from '@/shared/report/AssessForm'
import { goalQuery } from '@/shared/report/api/goal'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'

interface Props {
  contract: string
  goal: string
  onClose: () => void
}

export function AssessInPlace({ contract, goal, onClose }: Props) {
  const { data, error, refetch } = useQuery(goalQuery(contract, goal, undefined))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  return <AssessForm page={data} onClose={onClose} />
}
