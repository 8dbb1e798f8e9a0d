export function FactPage() {
  return <p />
}
