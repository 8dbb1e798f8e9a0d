import type { Day, Explanation, Fact } from '@/shared/api/wire'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'

interface Props {
  node: Explanation
  facts: ReadonlyMap<string, Fact>
  today: Day
  depth: number
  /** The one thing under what is shown: there is nothing to choose between. */
  only?: boolean
}

/** A rule in words with the facts it rests on; what lies under it opens. */
export function ExplanationNode({ node, facts, today, depth, only = false }: Props) {
  const own = node.facts.flatMap((id) => facts.get(id) ?? [])
  const more = own.length > 0 || node.children.length > 0
  if (depth === 0) {
    return (
      <>
        <p className="rule">{tidy(node.text)}</p>
        <Rest node={node} own={own} facts={facts} today={today} depth={depth} />
      </>
    )
  }
  if (!more) return <span>{tidy(node.text)}</span>
  return (
    <details open={only}>
      <summary>{tidy(node.text)}</summary>
      <Rest node={node} own={own} facts={facts} today={today} depth={depth} />
    </details>
  )
}

function Rest({ node, own, facts, today, depth }: Props & { own: Fact[] }) {
  const { t } = useText()
  return (
    <>
      {own.length > 0 ? <FactList facts={own} today={today} /> : null}
      {node.children.length > 0 ? (
        <ul className="tree" aria-label={t('explain.under')}>
          {node.children.map((child) => (
            <li key={child.figure}>
              <ExplanationNode node={child} facts={facts} today={today} depth={depth + 1} only={node.children.length === 1} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
