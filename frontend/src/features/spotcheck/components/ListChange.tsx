import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { ListChange as Change } from '../wire'

/** What a list changed since the one before: how many, and the first of them by id. */
export function ListChange({ change }: { change: Change }) {
  const { t, language } = useText()
  const count = (n: number) => formatRat(String(n), language)
  const groups = [
    { kind: 'added', ids: change.addedIds ?? [], of: change.added },
    { kind: 'removed', ids: change.removedIds ?? [], of: change.removed },
    { kind: 'changed', ids: change.changedIds ?? [], of: change.changed },
  ] as const
  const named = groups.filter(({ ids }) => ids.length > 0)
  return (
    <>
      <p>{t('spotcheck.change', { added: count(change.added), removed: count(change.removed), changed: count(change.changed) })}</p>
      {named.length > 0 ? (
        <details className="small">
          <summary>{t('spotcheck.changeWho')}</summary>
          {named.map(({ kind, ids, of }) => (
            <p key={kind}>
              <strong>{t(`spotcheck.changeIs.${kind}`)}</strong> {ids.join(', ')}
              {of > ids.length ? ` ${t('spotcheck.changeMore', { rest: count(of - ids.length) })}` : null}
            </p>
          ))}
        </details>
      ) : null}
    </>
  )
}
