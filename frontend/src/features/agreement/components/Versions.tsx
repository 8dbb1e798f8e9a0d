import { Link } from '@tanstack/react-router'
import type { VersionLine } from '@/shared/api/wire'
import { instant, longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { fileAddress } from '../api/text'

/** Every version with why, from when and by whom; the newest first. */
export function Versions({ versions, contract }: { versions: VersionLine[]; contract: string }) {
  const { t } = useText()
  return (
    <section className="requirement">
      <h2>{t('agreement.versions')}</h2>
      <ol className="plain versions" reversed>
        {[...versions].reverse().map((version) => (
          <li key={version.version}>
            <Version version={version} contract={contract} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Version({ version, contract }: { version: VersionLine; contract: string }) {
  const { t, language } = useText()
  const { agency, department } = version
  return (
    <>
      <h3>
        {t('agreement.version', { version: version.version, day: longDay(version.from, language) })}
        {version.inForce ? <span className="tag"> {t('agreement.inForce')}</span> : null}
      </h3>
      <p>{version.reason || t('agreement.atSignature')}</p>
      {version.changes.length > 0 ? (
        <ul className="rules">
          {version.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      {agency && department ? (
        <p className="small">
          {t('agreement.approvedBy', {
            agency: agency.by,
            agencyDay: longDay(agency.on, language),
            department: department.by,
            departmentDay: longDay(department.on, language),
          })}
        </p>
      ) : null}
      <p className="small soft">
        <Link to="/c/$contract/facts/$fact" params={{ contract, fact: version.fact }}>
          {t('agreement.recorded', { when: instant(version.recorded, language) })}
        </Link>
        {' · '}
        <a href={fileAddress(contract, version.version)} download={`${contract}-${String(version.version)}.yaml`}>
          {t('agreement.download', { version: version.version })}
        </a>
        {version.version > 1 ? (
          <>
            {' · '}
            <Link
              to="/c/$contract/agreement/versions"
              params={{ contract }}
              search={{ from: version.version - 1, to: version.version }}
            >
              {t('agreement.compareWith', { version: version.version - 1 })}
            </Link>
          </>
        ) : null}
      </p>
    </>
  )
}
