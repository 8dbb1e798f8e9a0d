import { DiscussionSection } from '@/features/discussion/components/DiscussionSection'
import { GoalPage } from '@/features/goal/components/GoalPage'

/** A goal with what people say about it. */
export function GoalRoute() {
  return (
    <GoalPage>
      <DiscussionSection />
    </GoalPage>
  )
}
