import { useNavigate } from '@tanstack/react-router'
import { useCallback, useId } from 'react'
import { FilterChoice, FilterDay, FilterText } from '@/shared/list/FilterFields'
import { changed } from '@/shared/route'
import { byName } from '@/shared/text/sort'
import { useText } from '@/shared/text/useText'
import type { PortfolioSearch } from '../search'
import type { PortfolioPage } from '../wire'

interface Props {
  search: PortfolioSearch
  agencies: PortfolioPage['agencies']
  years: number[]
}

/** What the portfolio is narrowed by. */
export function PortfolioFilter({ search, agencies, years }: Props) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const put = useCallback(
    (change: Partial<PortfolioSearch> | Record<string, undefined>) =>
      void navigate({ to: '.', search: changed({ ...change, skip: undefined }), replace: true, resetScroll: false }),
    [navigate],
  )
  const putText = useCallback((text: string | undefined) => put({ text }), [put])
  return (
    <form className="filters screen-only" role="search" aria-label={t('portfolio.filter')} onSubmit={(event) => event.preventDefault()}>
      <FilterText label={t('portfolio.text')} value={search.text} onChange={putText} />
      {agencies.length > 0 ? (
        <FilterChoice
          label={t('portfolio.agency')}
          all={t('portfolio.allAgencies')}
          value={search.agency}
          onChange={(agency) => put({ agency })}
          options={agencies.toSorted(byName(language)).map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FilterChoice
        label={t('portfolio.year')}
        all={t('portfolio.allYears')}
        value={search.year === undefined ? undefined : String(search.year)}
        onChange={(year) => put({ year: year === undefined ? undefined : Number(year) })}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <FilterDay label={t('portfolio.asOf')} value={search.asOf} onChange={(asOf) => put({ asOf })} />
      <Only label={t('portfolio.onlyLate')} on={search.late ?? false} onChange={(on) => put({ late: on || undefined })} />
      <Only label={t('portfolio.onlyMissed')} on={search.missed ?? false} onChange={(on) => put({ missed: on || undefined })} />
    </form>
  )
}

function Only({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  const id = useId()
  return (
    <p className="filter-check">
      <input id={id} type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}
