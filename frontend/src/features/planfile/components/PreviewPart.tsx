import { useState } from 'react'
import { FaultTable } from '@/shared/file/FaultTable'
import { useText } from '@/shared/text/useText'
import type { Preview } from '../api'
import { counts, hindrances, ofSort, reportsOf, sorts, type Said, type Sort } from '../choose'
import { ChangeTable } from './ChangeTable'
import { ForAll } from './ForAll'
import { Taken } from './Taken'

interface Props {
  preview: Preview
  contract: string
  said: Said
  onSay: (said: Said) => void
  busy: boolean
  onWrite: () => void
  onLeave: () => void
}

/** What the file would change, what is wrong with it, and the button that writes it. */
export function PreviewPart({ preview, contract, said, onSay, busy, onWrite, onLeave }: Props) {
  const { t } = useText()
  const number = counts(preview, said)
  const shownSorts = sorts.filter((sort) => sort === 'changes' || number[sort] > 0)
  const [wanted, setSort] = useState<Sort>(preview.faultCount > 0 ? 'faults' : 'changes')
  const sort = shownSorts.includes(wanted) ? wanted : 'changes'
  const listed = ofSort(preview.changes, sort, said)
  const inTheWay = hindrances(preview, said)
  const reports = reportsOf(preview.changes, said).length
  return (
    <section className="requirement plan-preview">
      <h2>{t('planfile.answer', { count: number.changes })}</h2>
      <Taken preview={preview} />
      <div className="sorts" role="group" aria-label={t('planfile.show')}>
        {shownSorts.map((one) => (
          <button key={one} type="button" className="linklike" aria-pressed={one === sort} onClick={() => setSort(one)}>
            {t(`planfile.sort.${one}`, { count: number[one] })}
          </button>
        ))}
      </div>
      {sort === 'faults' ? (
        <FaultTable faults={preview.faults} count={preview.faultCount} />
      ) : (
        <>
          {preview.faultCount === 0 && listed.length > 0 ? <ForAll changes={preview.changes} said={said} onSay={onSay} /> : null}
          {listed.length > 0 ? (
            <ChangeTable key={sort} changes={listed} contract={contract} said={said} onSay={onSay} />
          ) : (
            <p className="empty">{t('planfile.noChanges')}</p>
          )}
        </>
      )}
      <div className={inTheWay.length === 0 ? 'plan-write ready screen-only' : 'plan-write screen-only'}>
        {inTheWay.map(({ what, count }) => (
          <p key={what} className="small">
            {t(`planfile.hinders.${what}`, { count })}
          </p>
        ))}
        <p className="form-acts">
          <button type="button" className="button button-primary" disabled={inTheWay.length > 0 || busy} onClick={onWrite}>
            {t('planfile.write', { count: reports })}
          </button>
          <button type="button" className="button button-secondary" disabled={busy} onClick={onLeave}>
            {t('form.cancel')}
          </button>
        </p>
      </div>
    </section>
  )
}
