import { useNavigate, useSearch } from '@tanstack/react-router'
import { changed, useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { withSet, type WhatIfSearch } from '../search'
import { useWhatIf } from '../useWhatIf'
import type { WhatIf } from '@/shared/api/wire'
import type { Refusal } from '../refusals'
import { BothTotals } from './BothTotals'
import { WhatIfGoal } from './WhatIfGoal'

const none: string[] = []

/** Where the contract would stand with results set by hand. The address holds them; nothing is written. */
export function WhatIfPage() {
  const { t } = useText()
  const contract = useContractId()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const { set = none }: WhatIfSearch = useSearch({ strict: false })
  const { data, error, refetch, refused } = useWhatIf(contract, set, useAsOf())
  usePageTitle(t('whatif.title'))

  function choose(next: string[] | undefined) {
    void navigate({ to: '.', search: changed({ set: next }), replace: true, resetScroll: false })
  }

  function copy() {
    void navigator.clipboard.writeText(window.location.href).then(() => announce(t('whatif.copied')))
  }

  return (
    <>
      <h1>{t('whatif.title')}</h1>
      <p className="sub">{t('whatif.what')}</p>
      {error ? (
        <>
          <Trouble error={error} again={() => void refetch()} />
          {set.length > 0 ? (
            <button type="button" className="linklike" onClick={() => choose(undefined)}>
              {t('whatif.clear')}
            </button>
          ) : null}
        </>
      ) : data ? (
        <>
          <BothTotals page={data} />
          <Unknown page={data} refused={refused} />
          <p className="whatif-acts screen-only">
            <button type="button" className="linklike" onClick={copy}>
              {t('whatif.copy')}
            </button>
            {set.length > 0 ? (
              <button type="button" className="linklike" onClick={() => choose(undefined)}>
                {t('whatif.clear')}
              </button>
            ) : null}
          </p>
          {data.goals.map((goal) => (
            <WhatIfGoal key={goal.id} goal={goal} refused={refused} onSet={(key, value) => choose(withSet(set, key, value))} />
          ))}
        </>
      ) : (
        <Waiting />
      )}
    </>
  )
}

/** What the address sets and no field is there for. */
function Unknown({ page, refused }: { page: WhatIf; refused: ReadonlyMap<string, Refusal> }) {
  const { t } = useText()
  const known = new Set(page.goals.flatMap((goal) => [`degree:${goal.id}`, ...goal.subjects.map((subject) => subject.key)]))
  const unknown = [...refused].filter(([key]) => !known.has(key))
  if (unknown.length === 0) return null
  return (
    <ul className="plain" role="alert">
      {unknown.map(([key, { value, message }]) => (
        <li key={key} className="whatif-wrong">
          {t('whatif.unknown', { set: `${key}=${value}`, message })}
        </li>
      ))}
    </ul>
  )
}
