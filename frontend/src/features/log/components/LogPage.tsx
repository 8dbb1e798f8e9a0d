export function LogPage() {
  return <p />
}
