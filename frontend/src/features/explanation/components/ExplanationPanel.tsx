export function ExplanationPanel(_: { contract: string; figure: string; asOf: string | undefined }) {
  return <aside />
}
