import { useState } from 'react'
import { RowProofPart } from '@/shared/file/RowProofPart'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { customerProof } from '../api/takeAway'
import type { Where } from '../useSay'
import type { Round } from '../wire'
import { SelectField } from './SelectField'

/** The round to take away: whole as files, and what shows that a drawn customer was on the list. */
export function TakeAway({ round, where }: { round: Round; where: Where }) {
  const { t } = useText()
  const asOf = useAsOf()
  const [proven, setProven] = useState(String(round.customers[0]?.number ?? ''))
  const customer = round.customers.find(({ number }) => String(number) === proven)
  const address = (what: string) =>
    `/api/v1/contracts/${where.contract}/goals/${where.goal}/spotchecks/rounds/${encodeURIComponent(where.round)}/${what}${asOf ? `?asOf=${asOf}` : ''}`
  return (
    <section className="requirement screen-only" aria-labelledby="take-away">
      <h2 id="take-away">{t('spotcheck.takeAway')}</h2>
      <p>{t('spotcheck.takeAwayWhat')}</p>
      <ul>
        {round.state === 'concluded' ? (
          <>
            <li>
              <a href={address('report')} download>
                {t('spotcheck.takeReport')}
              </a>
            </li>
            <li>
              <a href={address('workbook')} download>
                {t('spotcheck.takeWorkbook')}
              </a>
            </li>
          </>
        ) : null}
        <li>
          <a href={address('export')} download={`${t('spotcheck.exportFile')}-${round.round}.json`}>
            {t('spotcheck.takeExport')}
          </a>{' '}
          <span className="small soft">{t('spotcheck.replayWhat')}</span>
        </li>
      </ul>
      {customer ? (
        <>
          <SelectField
            label={t('spotcheck.proveCustomer')}
            value={proven}
            options={round.customers.map(({ number, ref }) => ({ value: String(number), label: t('spotcheck.customer', { number, ref }) }))}
            onChange={setProven}
          />
          <RowProofPart key={proven} name={customer.ref} ask={() => customerProof(where, customer.number, asOf)} />
        </>
      ) : null}
    </section>
  )
}
