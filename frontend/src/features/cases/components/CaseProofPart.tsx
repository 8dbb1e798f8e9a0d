import { useMutation } from '@tanstack/react-query'
import { useText } from '@/shared/text/useText'
import { saveText } from '@/shared/ui/plot/save'
import { Trouble } from '@/shared/ui/Trouble'
import { caseProof } from '../api'

interface Props {
  contract: string
  requirement: string
  reference: string
  asOf: string | undefined
}

/** The proof that the case is among those of its import, to be checked elsewhere. */
export function CaseProofPart({ contract, requirement, reference, asOf }: Props) {
  const { t } = useText()
  const proving = useMutation({
    mutationFn: () => caseProof(contract, requirement, reference, asOf),
    onSuccess: (proof) => saveText(JSON.stringify(proof, undefined, 1), `${t('cases.proofFile')}.json`, 'application/json'),
  })
  return (
    <section className="requirement">
      <h2>{t('cases.proof')}</h2>
      <p>{t('cases.proofWhat')}</p>
      <p className="screen-only">
        <button type="button" className="linklike" disabled={proving.isPending} onClick={() => proving.mutate()}>
          {t('cases.proofGet')}
        </button>
      </p>
      {proving.data ? (
        <p className="small soft" role="status">
          {t('cases.proofSays', { leaf: proving.data.leaf, index: proving.data.proof.index + 1, size: proving.data.proof.size })}{' '}
          <code className="break">{proving.data.root}</code>
        </p>
      ) : null}
      {proving.error ? <Trouble error={proving.error} /> : null}
    </section>
  )
}
