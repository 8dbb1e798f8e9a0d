import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { FilterText } from '@/shared/list/FilterFields'
import { useContractSearch } from '@/shared/route'
import type { Language } from '@/shared/text/language'
import { byName } from '@/shared/text/sort'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { tokensQuery } from '../api/tokens'
import { tokensTable } from '../api/tokensTable'
import type { MadeToken, TokenLine } from '../wire'
import { Secret } from './Secret'
import { TokenForm } from './TokenForm'
import { TokenTable } from './TokenTable'

const makeButton = 'make-token'

/** The tokens that let programs do a part of what their makers may. */
export function TokensPage() {
  const { t, language } = useText()
  const [text, setText] = useState<string>()
  const { form } = useContractSearch()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(tokensQuery)
  // Here and nowhere else: leaving the page forgets it.
  const [made, setMade] = useState<MadeToken>()
  usePageTitle(t('token.title'))
  const go = (open: boolean) =>
    navigate({
      to: '.',
      search: (previous) => ({ ...previous, form: open ? ('make' as const) : undefined }),
      replace: true,
      resetScroll: false,
    })
  const back = () => document.getElementById(makeButton)?.focus()
  // The button is there again once the secret is gone.
  const closed = useRef(false)
  useEffect(() => {
    if (made === undefined && closed.current) back()
    closed.current = false
  }, [made])
  return (
    <div className="wrap">
      <main className="main-column page" id="content" tabIndex={-1}>
        <h1>{t('token.title')}</h1>
        <p className="sub">{t('token.what')}</p>
        {made ? (
          <Secret
            made={made}
            onDone={() => {
              closed.current = true
              setMade(undefined)
            }}
          />
        ) : form === 'make' ? (
          <TokenForm
            onMade={(answer) => {
              setMade(answer)
              void go(false)
            }}
            onClose={() => void go(false).then(back)}
          />
        ) : (
          <p className="filter screen-only">
            <button type="button" className="button button-primary" id={makeButton} onClick={() => void go(true)}>
              {t('token.make')}
            </button>
          </p>
        )}
        {data ? (
          <>
            <form className="filters screen-only" role="search" onSubmit={(event) => event.preventDefault()}>
              <FilterText label={t('token.find')} value={text} onChange={setText} />
            </form>
            <Lists tokens={named(data.tokens, text, language)} />
            <p className="list-count screen-only">
              <ExportLinks ask={(format) => tokensTable(format, text)} />
            </p>
          </>
        ) : error ? (
          <Trouble error={error} again={() => void refetch()} />
        ) : (
          <Waiting />
        )}
      </main>
    </div>
  )
}

/** Those whose name, or whose maker's, holds the text; by name. */
function named(tokens: TokenLine[], text = '', language: Language): TokenLine[] {
  const looked = text.toLocaleLowerCase(language)
  return tokens
    .filter((one) => `${one.name} ${one.ownerName}`.toLocaleLowerCase(language).includes(looked))
    .toSorted(byName(language))
}

function Lists({ tokens }: { tokens: TokenLine[] }) {
  const { t } = useText()
  const { subject } = useSession()
  const good = tokens.filter((token) => token.state === 'good')
  const own = good.filter((token) => token.owner === subject)
  const others = good.filter((token) => token.owner !== subject)
  const ended = tokens.filter((token) => token.state !== 'good')
  return (
    <>
      <section className="requirement">
        <h2>{t('token.own')}</h2>
        {own.length > 0 ? <TokenTable title={t('token.own')} tokens={own} /> : <p className="empty">{t('token.noneOwn')}</p>}
      </section>
      {others.length > 0 ? (
        <section className="requirement">
          <h2>{t('token.others')}</h2>
          <TokenTable title={t('token.others')} tokens={others} />
        </section>
      ) : null}
      {ended.length > 0 ? (
        <details className="requirement ended">
          <summary>{t('token.ended', { count: ended.length })}</summary>
          <TokenTable title={t('token.ended', { count: ended.length })} tokens={ended} />
        </details>
      ) : null}
    </>
  )
}
