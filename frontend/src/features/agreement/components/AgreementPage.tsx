export function AgreementPage() {
  return <p />
}
