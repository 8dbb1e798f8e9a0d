import { Link } from '@tanstack/react-router'
import type { LogLine } from '@/shared/api/wire'
import { instant, longDay } from '@/shared/format/day'
import { SortHead } from '@/shared/list/SortHead'
import { useContractId } from '@/shared/route'
import { kindName } from '@/shared/text/kinds'
import { useText } from '@/shared/text/useText'
import type { LogSearch } from '../search'

/** Facts by their place in the log, each linked to what it supersedes. */
export function LogTable({ facts, search }: { facts: LogLine[]; search: LogSearch }) {
  const { t, language } = useText()
  const sort = search.sort ?? 'leaf'
  const order = { sort, down: search.down ?? sort === 'leaf' }
  return (
    <table className="rows log-table">
      <caption className="sr-only">{t('nav.log')}</caption>
      <thead>
        <tr>
          <SortHead by="leaf" {...order} first="down" className="number">
            {t('log.number')}
          </SortHead>
          <th scope="col">{t('log.fact')}</th>
          <SortHead by="goal" {...order}>
            {t('col.goal')}
          </SortHead>
          <SortHead by="day" {...order}>
            {t('log.day')}
          </SortHead>
          <th scope="col">{t('log.recorded')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <td className="number">{fact.leaf}</td>
            <td>
              <FactLink id={fact.id}>{fact.sentence}</FactLink>
              <span className="why">
                {kindName(fact.kind, t)}
                {' · '}
                {fact.actor.name}
                {fact.before ? (
                  <>
                    {' · '}
                    <FactLink id={fact.before.id}>{t('log.before', { leaf: fact.before.leaf })}</FactLink>
                  </>
                ) : null}
                {fact.after ? (
                  <>
                    {' · '}
                    <FactLink id={fact.after.id}>{t('log.after', { leaf: fact.after.leaf })}</FactLink>
                  </>
                ) : null}
              </span>
            </td>
            <td className="log-goal">{fact.goal}</td>
            <td className="nowrap log-day">{longDay(fact.day, language)}</td>
            <td className="log-recorded">
              <span className="nowrap">{instant(fact.recorded, language)}</span>
              <span className="why">{fact.signed ? t('log.signed') : t('log.unsigned')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FactLink({ id, children }: { id: string; children: string }) {
  const contract = useContractId()
  return (
    <Link to="/c/$contract/facts/$fact" params={{ contract, fact: id }}>
      {children}
    </Link>
  )
}
