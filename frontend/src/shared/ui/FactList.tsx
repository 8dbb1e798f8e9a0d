import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Day, Fact } from '@/shared/api/wire'
import { instant, recordedDay } from '@/shared/format/day'
import { useContractId } from '@/shared/route'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { DayText } from './DayText'

interface Props {
  facts: Fact[]
  today: Day
  /** Whose log it is, on pages of no contract. */
  of?: string
  /** Without the number in the log. */
  short?: boolean
  /** The rest opens at a press. */
  most?: number
}

/** Facts in words: when it was recorded and of which day, who, what, and its place in the log. */
export function FactList({ facts, today, of, short = false, most }: Props) {
  const [all, setAll] = useState(false)
  const { t, language } = useText()
  const here = useContractId()
  const contract = of ?? here
  const shown = all || most === undefined || facts.length <= most + 2 ? facts : facts.slice(0, most)
  return (
    <>
      <ul className="plain facts">
        {shown.map((fact) => (
          <li key={fact.id}>
            <span className="when" title={t('fact.recordedAt', { when: instant(fact.recorded, language) })}>
              <DayText day={recordedDay(fact.recorded)} today={today} />
              {fact.day === recordedDay(fact.recorded) ? null : (
                <>
                  {', '}
                  {t('fact.speaksOf')} <DayText day={fact.day} today={today} plain />
                </>
              )}
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
                {tidy(fact.sentence)}
              </Link>
            ) : (
              tidy(fact.sentence)
            )}
          </li>
        ))}
      </ul>
      {shown.length < facts.length ? (
        <button type="button" className="linklike" onClick={() => setAll(true)}>
          {t('fact.all', { count: facts.length })}
        </button>
      ) : null}
    </>
  )
}
