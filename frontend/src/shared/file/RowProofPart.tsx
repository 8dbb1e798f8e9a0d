import { useMutation } from '@tanstack/react-query'
import type { components } from '@/shared/api/schema'
import { useText } from '@/shared/text/useText'
import { saveText } from '@/shared/ui/plot/save'
import { Trouble } from '@/shared/ui/Trouble'

/** A row of an import, with what shows that it is among its rows. */
export type RowProof = components['schemas']['RowProof']

/** The proof that a row is among those of its import, to be checked elsewhere. */
export function RowProofPart({ title, name, ask }: { title?: string; name: string; ask: () => Promise<RowProof> }) {
  const { t } = useText()
  const proving = useMutation({
    mutationFn: ask,
    onSuccess: (proof) => saveText(JSON.stringify(proof, undefined, 1), `${t('rowProof.file')}-${name}.json`, 'application/json'),
  })
  return (
    <section className="requirement">
      <h2>{title ?? t('rowProof.title')}</h2>
      <p>{t('rowProof.what')}</p>
      <p className="screen-only">
        <button type="button" className="linklike" disabled={proving.isPending} onClick={() => proving.mutate()}>
          {t('rowProof.get')}
        </button>
      </p>
      {proving.data ? (
        <p className="small soft" role="status">
          {t('rowProof.says', { leaf: proving.data.leaf, index: proving.data.proof.index + 1, size: proving.data.proof.size })}{' '}
          <code className="break">{proving.data.root}</code>
        </p>
      ) : null}
      {proving.error ? <Trouble error={proving.error} /> : null}
    </section>
  )
}
