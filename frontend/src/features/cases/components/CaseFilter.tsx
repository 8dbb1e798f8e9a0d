import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { monthName } from '@/shared/format/day'
import { FilterChoice, FilterDay, FilterText } from '@/shared/list/FilterFields'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { caseFindings, caseStates, type CasesSearch } from '../search'
import type { CasesPage } from '../wire'

/** What is looked for only where there is a limit. */
const limited: ReadonlySet<string> = new Set(['stop-for-nothing', 'stop-unnamed'])

/** What the list is narrowed by. */
export function CaseFilter({ page, search }: { page: CasesPage; search: CasesSearch }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const put = useCallback(
    (change: Partial<Record<keyof CasesSearch, string | undefined>>) =>
      void navigate({ to: '.', search: changed({ ...change, after: undefined }), replace: true, resetScroll: false }),
    [navigate],
  )
  const putText = useCallback((text: string | undefined) => put({ text }), [put])
  const states = page.measure === 'timeliness' ? caseStates.filter((state) => state !== 'concluded') : (['open', 'concluded'] as const)
  const findings = caseFindings.filter((finding) => page.measure === 'timeliness' || !limited.has(finding))
  const named = (groups: { name: string }[]) => groups.filter(({ name }) => name !== '').map(({ name }) => ({ value: name, label: name }))
  return (
    <form className="filters screen-only" role="search" aria-label={t('cases.filter')} onSubmit={(event) => event.preventDefault()}>
      <FilterText label={t('cases.beginsWith')} value={search.text} onChange={putText} />
      <FilterChoice
        label={t('cases.col.state')}
        all={t('cases.all')}
        value={search.state}
        onChange={(state) => put({ state })}
        options={states.map((state) => ({ value: state, label: t(`cases.state.${state}`) }))}
      />
      <FilterChoice
        label={t('cases.concludedIn')}
        all={t('cases.all')}
        value={search.month}
        onChange={(month) => put({ month })}
        options={page.statistics.months.filter(({ data }) => data !== 'none').map(({ name }) => ({ value: name, label: monthName(name, language) }))}
      />
      <FilterChoice label={t('cases.col.kind')} all={t('cases.all')} value={search.kind} onChange={(kind) => put({ kind })} options={named(page.statistics.kinds)} />
      <FilterChoice
        label={t('cases.col.outcome')}
        all={t('cases.all')}
        value={search.outcome}
        onChange={(outcome) => put({ outcome })}
        options={named(page.statistics.outcomes)}
      />
      <FilterChoice
        label={t('cases.quality')}
        all={t('cases.all')}
        value={search.finding}
        onChange={(finding) => put({ finding })}
        options={findings.map((finding) => ({ value: finding, label: t(`cases.finding.${finding}`) }))}
      />
      {page.measure === 'timeliness' ? (
        <>
          <FilterDay label={t('cases.dueFrom')} value={search.dueFrom} onChange={(dueFrom) => put({ dueFrom })} />
          <FilterDay label={t('cases.dueTo')} value={search.dueTo} onChange={(dueTo) => put({ dueTo })} />
        </>
      ) : null}
    </form>
  )
}
