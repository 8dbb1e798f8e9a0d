import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { LogList } from '@/shared/api/wire'
import { goalsQuery } from '@/shared/api/goals'
import { FilterChoice, FilterDay, FilterText } from '@/shared/list/FilterFields'
import { changed, useContractId } from '@/shared/route'
import { factKinds, kindName } from '@/shared/text/kinds'
import { byName } from '@/shared/text/sort'
import { useText } from '@/shared/text/useText'
import type { LogSearch } from '../search'

/** What the log is narrowed by. */
export function LogFilter({ search, actors }: { search: LogSearch; actors: LogList['actors'] }) {
  const { t, language } = useText()
  const contract = useContractId()
  const navigate = useNavigate()
  const goals = useQuery(goalsQuery(contract)).data ?? []
  const put = useCallback(
    (change: Partial<Record<keyof LogSearch, string | undefined>>) =>
      void navigate({
        to: '.',
        search: changed({ ...change, after: undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const putText = useCallback((text: string | undefined) => put({ text }), [put])
  const days = search.dayFrom ?? search.dayTo ?? search.recordedFrom ?? search.recordedTo
  return (
    <form className="filters screen-only" role="search" aria-label={t('log.filter')} onSubmit={(event) => event.preventDefault()}>
      <FilterText label={t('log.text')} value={search.text} onChange={putText} />
      <FilterChoice
        label={t('log.kind')}
        all={t('log.all')}
        value={search.kind}
        onChange={(kind) => put({ kind })}
        options={factKinds.map((kind) => ({ value: kind, label: kindName(kind, t) }))}
      />
      <FilterChoice
        label={t('col.goal')}
        all={t('log.allGoals')}
        value={search.goal}
        onChange={(goal) => put({ goal })}
        options={goals.map((goal) => ({ value: goal.id, label: `${goal.number} ${goal.short}` }))}
      />
      <FilterChoice
        label={t('log.person')}
        all={t('log.everybody')}
        value={search.person}
        onChange={(person) => put({ person })}
        options={actors.toSorted(byName(language)).map((actor) => ({ value: actor.subject, label: actor.name }))}
      />
      <details className="more-filters" open={days !== undefined}>
        <summary>{t('log.days')}</summary>
        <div className="filters">
          <FilterDay label={t('log.dayFrom')} value={search.dayFrom} onChange={(dayFrom) => put({ dayFrom })} />
          <FilterDay label={t('log.dayTo')} value={search.dayTo} onChange={(dayTo) => put({ dayTo })} />
          <FilterDay
            label={t('log.recordedFrom')}
            value={search.recordedFrom}
            onChange={(recordedFrom) => put({ recordedFrom })}
          />
          <FilterDay label={t('log.recordedTo')} value={search.recordedTo} onChange={(recordedTo) => put({ recordedTo })} />
        </div>
      </details>
    </form>
  )
}
