import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { VersionLine } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { Field } from '@/shared/form/Field'
import { changed, useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { comparisonQuery } from '../api/comparison'
import { textQuery } from '../api/text'
import type { VersionsSearch } from '../search'
import { Differences } from './Differences'

/** What differs between two versions, in words and line by line. */
export function VersionsPage() {
  const { t } = useText()
  const contract = useContractId()
  const text = useQuery(textQuery(contract, useAsOf()))
  usePageTitle(t('difference.title'))
  const search: VersionsSearch = useSearch({ strict: false })
  if (!text.data) return text.error ? <Trouble error={text.error} again={() => void text.refetch()} /> : <Waiting />
  const { versions } = text.data
  const there = versions.map(({ version }) => version)
  const missing = [search.from, search.to].find((one) => one !== undefined && !there.includes(one))
  if (missing !== undefined || there.length < 2) {
    return (
      <>
        <h1>{t('difference.title')}</h1>
        <p className="empty">
          {missing === undefined ? null : `${t('difference.missing', { version: missing, count: there.length })} `}
          {there.length < 2 ? t('difference.onlyOne') : null}
        </p>
        <p className="result-acts">
          {there.length > 1 ? (
            <Link to="/c/$contract/agreement/versions" params={{ contract }}>
              {t('difference.newest')}
            </Link>
          ) : null}
          <Link to="/c/$contract/agreement" params={{ contract }}>
            {t('nav.agreement')}
          </Link>
        </p>
      </>
    )
  }
  return <Beside versions={versions} contract={contract} />
}

function Beside({ versions, contract }: { versions: VersionLine[]; contract: string }) {
  const { t } = useText()
  const search: VersionsSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const newest = versions[versions.length - 1]?.version ?? 1
  const to = search.to ?? newest
  const from = search.from ?? Math.max(1, to - 1)
  const { data, error, refetch } = useQuery(comparisonQuery(contract, from, to))
  const choose = (change: VersionsSearch) => void navigate({ to: '.', search: changed({ from, to, ...change }) })
  return (
    <>
      <h1>{t('difference.heading', { from, to })}</h1>
      <p className="sub">
        {data ? t('difference.sum', { count: data.changes.length }) : null}
      </p>
      <div className="version-choice">
        <VersionSelect label={t('difference.from')} versions={versions} value={from} onChange={(one) => choose({ from: one })} />
        <VersionSelect label={t('difference.to')} versions={versions} value={to} onChange={(one) => choose({ to: one })} />
      </div>
      {data ? (
        <Differences comparison={data} contract={contract} />
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

interface SelectProps {
  label: string
  versions: VersionLine[]
  value: number
  onChange: (version: number) => void
}

function VersionSelect({ label, versions, value, onChange }: SelectProps) {
  const { t, language } = useText()
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="form-select" value={value} onChange={(event) => onChange(Number(event.target.value))}>
          {versions.map((one) => (
            <option key={one.version} value={one.version}>
              {t('agreement.version', { version: one.version, day: longDay(one.from, language) })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
