import type { ContractPage } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { fileAddress } from '../api/text'

/** The file that everything above was read from. */
export function SourceFile({ page, contract }: { page: ContractPage; contract: string }) {
  const { t } = useText()
  return (
    <details className="requirement agreement-file">
      <summary>{t('agreement.file')}</summary>
      <p>
        <a href={fileAddress(contract, page.version)} download={`${contract}-${String(page.version)}.yaml`}>
          {t('agreement.download', { version: page.version })}
        </a>
      </p>
      <p className="small soft digest">{t('agreement.digest', { sha256: page.sha256 })}</p>
      {/* Focusable, so that the keyboard can scroll it. */}
      <pre className="source" tabIndex={0} role="region" aria-label={t('agreement.file')}>
        {page.source}
      </pre>
    </details>
  )
}
