import { useQueries } from '@tanstack/react-query'
import { goalsQuery } from '@/shared/api/goals'
import { useSession } from '@/shared/api/session'
import { Checks } from '@/shared/form/Checks'
import { useText } from '@/shared/text/useText'
import { reaches } from '../scope'

interface Props {
  contracts: string[]
  operations: string[]
  value: string[]
  error: string | undefined
  onChange: (goals: string[]) => void
}

const everything = '*'

/** All one's goals, or some of them. */
export function GoalChoice({ contracts, operations, value, error, onChange }: Props) {
  const { t } = useText()
  const session = useSession()
  const answers = useQueries({ queries: contracts.map(goalsQuery) })
  const goals = contracts.flatMap((contract, index) => {
    const title = session.contracts.find((one) => one.id === contract)?.title ?? contract
    return (answers[index]?.data ?? [])
      .filter((goal) => reaches(session, operations, contract, goal.id))
      .map((goal) => ({
        value: `${contract}:${goal.id}`,
        label: contracts.length > 1 ? `${title}: ${goal.number} ${goal.title}` : `${goal.number} ${goal.title}`,
      }))
  })
  return (
    <Checks
      label={t('token.goals')}
      value={value}
      options={[{ value: everything, label: t('token.allGoals') }, ...goals]}
      error={error}
      // All and some exclude each other: the last choice counts.
      onChange={(picked) =>
        onChange(
          picked.includes(everything) && !value.includes(everything)
            ? [everything]
            : picked.length > 1
              ? picked.filter((goal) => goal !== everything)
              : picked,
        )
      }
    />
  )
}
