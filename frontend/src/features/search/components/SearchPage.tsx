import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, type MouseEvent } from 'react'
import { longDay } from '@/shared/format/day'
import { FilterChoice, FilterText } from '@/shared/list/FilterFields'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { searchQuery } from '../api'
import { detailOf } from '../options'
import { hitKinds, type SearchSearch } from '../search'
import { addressOf } from '../target'
import type { Hit, HitGroup, SearchResult } from '../wire'
import { Pieces } from './Pieces'

/** What was agreed and what was said, found by words; its address is the search. */
export function SearchPage() {
  const { t, language } = useText()
  const { q = '', kind, asOf }: SearchSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(searchQuery({ q, kind, asOf, limit: kind === undefined ? 10 : 100 }))
  usePageTitle(q === '' ? t('search.title') : t('search.for', { words: q }))
  const put = useCallback(
    (change: SearchSearch | Record<string, undefined>) => void navigate({ to: '.', search: changed({ ...change }), replace: true }),
    [navigate],
  )
  const putWords = useCallback((words: string | undefined) => put({ q: words }), [put])
  return (
    <div className="wrap">
      <main className="main-column page" id="content" tabIndex={-1}>
        <h1>{t('search.title')}</h1>
        {asOf === undefined ? null : <p className="sub">{t('portfolio.past', { day: longDay(asOf, language) })}</p>}
        <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
          <FilterText label={t('search.words')} value={q} onChange={putWords} />
          <FilterChoice
            label={t('search.what')}
            all={t('search.everything')}
            value={kind}
            onChange={(chosen) => put({ kind: hitKinds.find((one) => one === chosen) })}
            options={hitKinds.map((one) => ({ value: one, label: t(`search.kind.${one}`) }))}
          />
        </form>
        {error ? (
          <Trouble error={error} again={() => void refetch()} />
        ) : q.trim().length < 2 ? (
          <p className="empty">{t('search.help')}</p>
        ) : data ? (
          <Found result={data} asOf={asOf} whole={kind !== undefined} />
        ) : (
          <Waiting />
        )}
      </main>
    </div>
  )
}

function Found({ result, asOf, whole }: { result: SearchResult; asOf: string | undefined; whole: boolean }) {
  const { t } = useText()
  const count = result.groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <>
      <p className="sub" role="status">
        {count === 0 ? t('search.none') : t('search.count', { count })} {result.behind ? t('search.behind') : null}
      </p>
      {result.groups.map((group) => (
        <GroupSection key={group.kind} group={group} asOf={asOf} whole={whole} />
      ))}
    </>
  )
}

function GroupSection({ group, asOf, whole }: { group: HitGroup; asOf: string | undefined; whole: boolean }) {
  const { t } = useText()
  return (
    <section className="requirement" aria-labelledby={`found-${group.kind}`}>
      <h2 id={`found-${group.kind}`}>{t(`search.kind.${group.kind}`)}</h2>
      <ul className="plain facts">
        {group.hits.map((hit) => (
          <HitLine key={`${hit.contract} ${hit.key}`} hit={hit} asOf={asOf} />
        ))}
      </ul>
      {group.count > group.hits.length && !whole ? (
        <Link to="." search={changed({ kind: group.kind })}>
          {t('search.allOfKind', { count: group.count })}
        </Link>
      ) : null}
    </section>
  )
}

function HitLine({ hit, asOf }: { hit: Hit; asOf: string | undefined }) {
  const { t, language } = useText()
  const router = useRouter()
  const address = addressOf(hit, asOf)
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    router.history.push(address)
  }
  return (
    <li>
      <a href={address} onClick={open}>
        <Pieces pieces={hit.title} />
      </a>
      {hit.url === '' ? null : (
        <>
          {' · '}
          <a href={hit.url} target="_blank" rel="noreferrer">
            {t('search.openLink')}
          </a>
        </>
      )}
      {hit.text.length > 0 ? (
        <span className="excerpt">
          <Pieces pieces={hit.text} />
        </span>
      ) : null}
      <span className="when">
        {detailOf(hit, t)}
        {hit.kind === 'fact' || hit.kind === 'link' ? ` · ${longDay(hit.day, language)}` : null}
      </span>
    </li>
  )
}
