import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { GoalPage, Requirement } from '@/shared/api/wire'

interface Props {
  page: GoalPage
  requirement: Requirement
  children: ReactNode
}

/** To where a corrected file is brought in: a figure that follows from an import is not typed. */
export function ToImport({ page, requirement, children }: Props) {
  const what = requirement.measure === 'survey' ? 'survey' : requirement.measure === 'deviation' ? 'budget' : 'cases'
  return (
    <Link
      to={`/c/$contract/goals/$goal/${what}/$requirement/import`}
      params={{ contract: page.contract.id, goal: page.goal.id, requirement: requirement.id }}
    >
      {children}
    </Link>
  )
}
