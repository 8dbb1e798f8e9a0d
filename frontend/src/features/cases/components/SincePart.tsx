import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatBeside, formatRat } from '@/shared/format/rat'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import type { CaseFigures, CasesQuality } from '../wire'
import { listPlace } from '../search'

/** What the newest import changed. */
export function SincePart({ page, since }: { page: CasesQuality; since: NonNullable<CasesQuality['since']> }) {
  const { t, language } = useText()
  const contract = useContractId()
  const number = (n: number) => formatRat(String(n), language)
  const list = (finding: 'new' | 'changed', count: number) =>
    count === 0 ? (
      '0'
    ) : (
      <Link
        to="/c/$contract/goals/$goal/cases/$requirement"
        params={{ contract, goal: page.goal, requirement: page.requirement }}
        search={{ finding }}
        hash={listPlace}
      >
        {number(count)}
        <span className="sr-only"> {t(`cases.finding.${finding}`)}</span>
      </Link>
    )
  const lines: [string, ReactNode][] = [
    [t('cases.finding.new'), list('new', since.new)],
    [t('cases.finding.changed'), list('changed', since.changed)],
    [t('cases.sinceUnchanged'), number(since.unchanged)],
    [t('cases.sinceRemoved'), number(since.removed)],
    [t('cases.sinceVanished'), number(since.vanished)],
  ]
  return (
    <section className="requirement">
      <h2>{t('cases.since')}</h2>
      {page.newest ? (
        <p>
          {t('cases.sinceNewest')} <FactLine fact={page.newest} />
        </p>
      ) : null}
      <p>
        {since.before ? (
          <>
            {t('cases.sinceBefore')} <FactLine fact={since.before} />
          </>
        ) : (
          t('cases.sinceFirst')
        )}
      </p>
      {since.was && page.figures ? <Moved page={page} was={since.was} is={page.figures} /> : null}
      <table className="rows">
        <caption className="sr-only">{t('cases.since')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.what')}</th>
            <th scope="col" className="number">
              {t('cases.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, count]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FactLine({ fact }: { fact: NonNullable<CasesQuality['newest']> }) {
  const contract = useContractId()
  return (
    <Link to="/c/$contract/facts/$fact" params={{ contract, fact: fact.id }}>
      {fact.sentence}
    </Link>
  )
}

/** How the figure moved with it. */
function Moved({ page, was, is }: { page: CasesQuality; was: CaseFigures; is: CaseFigures }) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  if (page.measure !== 'timeliness') return <p>{t('cases.sinceCount', { before: number(was.total), after: number(is.total) })}</p>
  const share = ({ timely, total }: CaseFigures) =>
    total === 0
      ? t('cases.sinceNone')
      : t('cases.sinceShare', {
          timely: number(timely),
          total: number(total),
          share: formatBeside(`${timely * 100}/${total}`, page.target || '0', language),
        })
  return <p>{t('cases.sinceMoved', { before: share(was), after: share(is) })}</p>
}
