import { Link } from '@tanstack/react-router'
import type { Overview } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

type Version = Overview['coming'][number]

/** The goal that takes another one's place from a day on, beside the one that still holds. */
export function ComingRow({ version, replaces, next }: { version: Version; replaces: string; next: boolean }) {
  const { t, language } = useText()
  const goal = version.goals.find((one) => one.replaces === replaces)
  if (!goal) return null
  return (
    <tr className="coming">
      <th scope="row" className="title-cell">
        <span className="title">{t('coming.goal', { number: goal.number, title: goal.title })}</span>
        <span className="why">{t('coming.replaces', { day: longDay(version.from, language) })}</span>
      </th>
      <td className="state-cell soft">{t('coming.agreed')}</td>
      {next ? <td /> : null}
      <td className="number degree soft">{t('overview.nothingNext')}</td>
      <td className="number weight">{formatRat(goal.weight, language)}</td>
      <td className="number contribution soft">{t('overview.nothingNext')}</td>
    </tr>
  )
}

/** What both parties agreed on that does not hold yet. */
export function ComingVersions({ page }: { page: Overview }) {
  const { t, language } = useText()
  return page.coming.map((version) => (
    <section key={version.version} className="coming-version">
      <h2>{t('coming.title', { version: version.version, day: longDay(version.from, language) })}</h2>
      <p>{version.reason}</p>
      <ul className="rules">
        {version.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <p>
        <Link
          to="/c/$contract/agreement/versions"
          params={{ contract: page.contract.id }}
          search={{ from: page.contract.version, to: version.version }}
        >
          {t('coming.compare')}
        </Link>
      </p>
    </section>
  ))
}
