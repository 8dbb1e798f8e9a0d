import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { DropZone } from '@/shared/file/DropZone'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { fileAddress } from '../api'
import { usePlanFile } from '../usePlanFile'
import { PreviewPart } from './PreviewPart'
import { Progress } from './Progress'
import { WhatFailed } from './WhatFailed'

/** The plan as a file: out of the house, and back with what was changed in it. */
export function PlanFilePage() {
  const { t } = useText()
  const contract = useContractId()
  const asOf = useAsOf()
  const reports = useSession().operations.includes('milestone.report')
  usePageTitle(t('planfile.title'))
  return (
    <>
      <h1>{t('planfile.title')}</h1>
      <p className="sub">{reports ? t('planfile.what') : t('planfile.whatRead')}</p>
      <section className="requirement">
        <h2>{t('planfile.fetch')}</h2>
        <ul className="plain file-links">
          {(['mine', 'all'] as const).map((of) =>
            of === 'mine' && !reports ? null : (
              <li key={of}>
                {t(`planfile.of.${of}`)}{' '}
                <a href={fileAddress(contract, 'xlsx', of, asOf)}>{t('planfile.xlsx')}</a>{' '}
                <a href={fileAddress(contract, 'csv', of, asOf)}>{t('planfile.csv')}</a>
              </li>
            ),
          )}
        </ul>
        <p className="small soft">{t('planfile.fetchHint')}</p>
      </section>
      {!reports ? null : asOf === undefined ? (
        <Back contract={contract} />
      ) : (
        <p className="empty">{t('planfile.past')}</p>
      )}
    </>
  )
}

/** The file comes back: compared, completed, written. */
function Back({ contract }: { contract: string }) {
  const { t } = useText()
  const plan = usePlanFile(contract)
  const busy = plan.stage !== undefined
  return (
    <>
      <section className="requirement screen-only">
        <h2>{t('planfile.back')}</h2>
        <DropZone label={t('planfile.drop')} busy={busy} onFile={plan.take} />
        {plan.file ? <p className="small soft">{plan.file.name}</p> : null}
        {plan.stage ? <Progress stage={plan.stage} /> : null}
        {plan.error !== undefined ? (
          <WhatFailed error={plan.error} again={plan.preview || !plan.file ? undefined : () => plan.file && void plan.check(plan.file)} />
        ) : null}
        {plan.overtaken && !busy ? (
          <p className="alert alert-warning" role="alert">
            {t('planfile.overtaken')}
          </p>
        ) : null}
      </section>
      {plan.written ? (
        <section className="requirement">
          <h2>{t('planfile.written', { count: plan.written.written + plan.written.known })}</h2>
          <p>
            {t('planfile.leaves', { first: plan.written.first, last: plan.written.last })}{' '}
            <Link to="/c/$contract/log" params={{ contract }}>
              {t('planfile.toLog')}
            </Link>
          </p>
        </section>
      ) : null}
      {plan.preview ? (
        <PreviewPart
          preview={plan.preview}
          contract={contract}
          said={plan.said}
          onSay={plan.setSaid}
          busy={busy}
          onWrite={() => void plan.write()}
          onLeave={plan.leave}
        />
      ) : null}
    </>
  )
}
