import { useState } from 'react'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { Held, Standing } from '../standing'
import type { NewGrant, PeopleList } from '../wire'
import { GiveForm } from './GiveForm'
import { HeldCell } from './HeldCell'
import { TurnBack } from './TurnBack'

interface Props {
  person: Standing
  claims: PeopleList['claims']
  open: boolean
  onOpen: () => void
  onClose: () => void
}

/** One person: who they are, what they may, and the forms that change it. */
export function PersonRow({ person, claims, open, onOpen, onClose }: Props) {
  const { t, language } = useText()
  const [taking, setTaking] = useState<Omit<NewGrant, 'id'>>()
  const { subject, name } = person
  const take = (held: Held, value: string) => setTaking({ subject, kind: held.kind, value, granted: false })
  const cell = { name, onTake: take }
  return (
    <>
      <tr className="person">
        <th scope="row">
          <span className="title">{name}</span>
          {name === subject ? null : <span className="why">{subject}</span>}
        </th>
        <HeldCell {...cell} label={t('access.roles')} held={person.roles} claim={claims.roles} appointed={person.appointed} />
        <HeldCell {...cell} label={t('access.goals')} held={person.goals} claim={claims.goals} />
        <HeldCell {...cell} label={t('access.contracts')} held={person.contracts} claim={claims.contracts} />
        <td data-title={t('access.lastSeen')}>
          {person.lastSeen ? (
            <time dateTime={person.lastSeen}>{instant(person.lastSeen, language)}</time>
          ) : (
            <span className="soft">{t('access.neverSeen')}</span>
          )}
        </td>
        <td className="acts-cell">
          <button
            type="button"
            className="linklike"
            id={giveButton(subject)}
            aria-label={t('access.giveWho', { who: name })}
            onClick={onOpen}
          >
            {t('access.give')}
          </button>
        </td>
      </tr>
      {taking ? (
        <tr className="form-row">
          <td colSpan={6}>
            <TurnBack
              row={taking}
              name={name}
              onClose={() => {
                setTaking(undefined)
                document.getElementById(giveButton(subject))?.focus()
              }}
            />
          </td>
        </tr>
      ) : null}
      {open ? (
        <tr className="form-row">
          <td colSpan={6}>
            <GiveForm person={person} onClose={onClose} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** Where the keyboard goes when a form about somebody closes. */
export function giveButton(subject: string): string {
  return `give-${subject}`
}
