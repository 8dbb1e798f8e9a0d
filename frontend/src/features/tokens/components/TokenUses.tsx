import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Day } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { tokenUsesQuery } from '../api/tokenUses'
import { dayAt, timeAt } from '../time'
import { WaitingLine } from '@/shared/ui/Waiting'

/** Each minute in which a token was used, fetched when asked for. */
export function TokenUses({ id, name }: { id: string; name: string }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className="uses" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('token.uses')}
        <span className="sr-only"> {name}</span>
      </summary>
      {open ? <Minutes id={id} /> : null}
    </details>
  )
}

function Minutes({ id }: { id: string }) {
  const { t, language } = useText()
  const { data, error, refetch } = useQuery({ ...tokenUsesQuery(id), staleTime: 0 })
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <WaitingLine />
  return (
    <>
      <ul className="plain small">
        {byDay(data.minutes).map(([day, minutes]) => (
          <li key={day}>
            {longDay(day, language)}{' '}
            {minutes.map((minute) => timeAt(new Date(minute), language)).join(', ')}
          </li>
        ))}
      </ul>
      {data.minutes.length >= 100 ? <p className="small soft">{t('token.usesLatest')}</p> : null}
    </>
  )
}

function byDay(minutes: string[]): [Day, string[]][] {
  const days = new Map<Day, string[]>()
  for (const minute of minutes) {
    const day = dayAt(new Date(minute))
    days.set(day, [...(days.get(day) ?? []), minute])
  }
  return [...days]
}
