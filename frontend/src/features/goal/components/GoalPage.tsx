export function GoalPage() {
  return <p />
}
