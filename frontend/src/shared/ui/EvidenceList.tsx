import { useQuery } from '@tanstack/react-query'
import type { Evidence } from '@/shared/api/wire'
import { filesQuery } from '@/shared/evidence/api/files'
import { FileLine } from '@/shared/evidence/FileLine'
import { useText } from '@/shared/text/useText'

/** Only addresses that a browser may safely follow become links. */
function safe(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

interface Props {
  contract: string
  evidence: Evidence[]
  /** Nothing is said of too. */
  empty?: boolean
}

/** What shows that it is so: files and addresses. */
export function EvidenceList({ contract, evidence, empty = false }: Props) {
  const { t } = useText()
  const { data } = useQuery({ ...filesQuery(contract, undefined), enabled: evidence.some(({ file }) => file) })
  if (evidence.length === 0) return empty ? <p className="small soft">{t('evidence.none')}</p> : null
  return (
    <ul className="plain small evidence-list">
      {evidence.map((link) => (
        <li key={(link.url ?? '') + (link.file ?? '') + link.title}>
          {link.file ? (
            <FileLine contract={contract} file={link.file} title={link.title} kept={data?.find(({ fact }) => fact.id === link.file)} />
          ) : link.url && safe(link.url) ? (
            <a href={link.url} target="_blank" rel="noreferrer noopener">
              {link.title || link.url}
            </a>
          ) : (
            link.title || link.url
          )}
        </li>
      ))}
    </ul>
  )
}
