/** A line that climbs in steps: what was obtained over the year. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path d="M0 12V8h4V4h4V0h4v12z" />
    </svg>
  )
}
