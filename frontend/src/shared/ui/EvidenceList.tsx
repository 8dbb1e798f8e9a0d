import type { Evidence } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

/** Only addresses that a browser may safely follow become links. */
function safe(url: string): boolean {
  return /^https?:\/\//i.test(url)
}

export function EvidenceList({ evidence, empty = false }: { evidence: Evidence[]; empty?: boolean }) {
  const { t } = useText()
  if (evidence.length === 0) return empty ? <p className="small soft">{t('evidence.none')}</p> : null
  return (
    <ul className="plain small evidence-list">
      {evidence.map((link) => (
        <li key={link.url + link.title}>
          {safe(link.url) ? (
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
