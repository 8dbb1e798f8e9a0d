import { Link } from '@tanstack/react-router'
import type { Day, Fact } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { DayText } from './DayText'

interface Props {
  facts: Fact[]
  today: Day
  /** Without the number in the log. */
  short?: boolean
}

/** Facts in words: what, the day it speaks of, who, and its place in the log. */
export function FactList({ facts, today, short = false }: Props) {
  const { t, language } = useText()
  const contract = useContractId()
  return (
    <ul className="plain facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <span className="when" title={t('fact.recordedAt', { when: instant(fact.recorded, language) })}>
            <DayText day={fact.day} today={today} />
            {' · '}
            {fact.actor.name}
            {short ? null : (
              <>
                {' · '}
                <Link to="/c/$contract/facts/$fact" params={{ contract, fact: fact.id }}>
                  {t('fact.leaf', { leaf: fact.leaf })}
                </Link>
              </>
            )}
          </span>
          {short ? (
            <Link to="/c/$contract/facts/$fact" params={{ contract, fact: fact.id }} className="quiet">
              {fact.sentence}
            </Link>
          ) : (
            fact.sentence
          )}
        </li>
      ))}
    </ul>
  )
}
