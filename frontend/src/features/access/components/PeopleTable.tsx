import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { FilterText } from '@/shared/list/FilterFields'
import { SortHead } from '@/shared/list/SortHead'
import { changed, useContractSearch } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { peopleTable } from '../api/peopleTable'
import { arranged } from '../arrange'
import type { PeopleSearch } from '../search'
import { waits, type Standing } from '../standing'
import type { PeopleList } from '../wire'
import { GiveForm } from './GiveForm'
import { giveButton, PersonRow } from './PersonRow'

interface Props {
  people: Standing[]
  claims: PeopleList['claims']
}

const newcomer = 'give-somebody'

/** Who has which role, goals and contracts, and from where. */
export function PeopleTable({ people, claims }: Props) {
  const { t, language } = useText()
  const { form, on } = useContractSearch()
  const navigate = useNavigate()
  const go = (subject: string | undefined, open: boolean) =>
    navigate({
      to: '.',
      search: (previous) => ({ ...previous, form: open ? ('give' as const) : undefined, on: subject }),
      replace: true,
      resetScroll: false,
    })
  const close = (back: string) => void go(undefined, false).then(() => document.getElementById(back)?.focus())
  const search: PeopleSearch = useSearch({ strict: false })
  const putText = useCallback(
    (text: string | undefined) => void navigate({ to: '.', search: changed({ text }), replace: true, resetScroll: false }),
    [navigate],
  )
  const order = { sort: search.sort ?? 'name', down: search.down ?? false }
  const shown = arranged(people, search, language)
  const waiting = shown.filter(waits)
  const rows = (group: Standing[]) =>
    group.map((person) => (
      <PersonRow
        key={person.subject}
        person={person}
        claims={claims}
        open={form === 'give' && on === person.subject}
        onOpen={() => void go(person.subject, true)}
        onClose={() => close(giveButton(person.subject))}
      />
    ))
  return (
    <section className="requirement" aria-labelledby="access-people">
      <h2 id="access-people">{t('access.people')}</h2>
      <form className="filters screen-only" role="search" onSubmit={(event) => event.preventDefault()}>
        <FilterText label={t('access.find')} value={search.text} onChange={putText} />
      </form>
      <p className="list-count">
        <span role="status">{t('access.shown', { count: shown.length })}</span>
        <ExportLinks ask={(format) => peopleTable(format, search.text)} />
      </p>
      <table className="rows stacked people">
        <caption className="sr-only">{t('access.people')}</caption>
        <thead>
          <tr>
            <SortHead by="name" {...order}>
              {t('access.person')}
            </SortHead>
            <th scope="col">{t('access.roles')}</th>
            <th scope="col">{t('access.goals')}</th>
            <th scope="col">{t('access.contracts')}</th>
            <SortHead by="seen" {...order} first="down">
              {t('access.lastSeen')}
            </SortHead>
            <th scope="col">
              <span className="sr-only">{t('step.col.act')}</span>
            </th>
          </tr>
        </thead>
        {waiting.length > 0 ? (
          <tbody>
            <tr className="group">
              <th scope="rowgroup" colSpan={6}>
                {t('access.waiting')}
              </th>
            </tr>
            {rows(waiting)}
          </tbody>
        ) : null}
        <tbody>{rows(shown.filter((person) => !waits(person)))}</tbody>
      </table>
      {form === 'give' && on === undefined ? (
        <GiveForm onClose={() => close(newcomer)} />
      ) : (
        <p className="filter screen-only">
          <button type="button" className="linklike" id={newcomer} onClick={() => void go(undefined, true)}>
            {t('access.giveNew')}
          </button>
        </p>
      )}
    </section>
  )
}
