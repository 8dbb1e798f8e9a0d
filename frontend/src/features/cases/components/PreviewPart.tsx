import { FaultTable } from '@/shared/file/FaultTable'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { CasesIntake } from '../useCasesFile'
import type { CaseFigures, CasesPage, CasesPreview } from '../wire'

interface Props {
  page: CasesPage
  preview: CasesPreview
  intake: CasesIntake
  busy: boolean
}

/** What the file would change, what is wrong with it, and the button that writes it. */
export function PreviewPart({ page, preview, intake, busy }: Props) {
  const { t, language } = useText()
  const { said } = intake
  const faulty = preview.faultCount > 0
  const asked = preview.vanished > 0 && said.vanished === ''
  const number = (n: number) => formatRat(String(n), language)
  return (
    <section className="requirement">
      <h2>{faulty ? t('cases.faulty', { count: preview.faultCount }) : t('cases.wouldChange')}</h2>
      {faulty ? (
        <FaultTable faults={preview.faults} count={preview.faultCount} />
      ) : (
        <>
          <p className="result-words">
            {t('cases.counts', { new: number(preview.new), changed: number(preview.changed), unchanged: number(preview.unchanged) })}{' '}
            {preview.reopened > 0 ? t('cases.reopened', { count: preview.reopened }) : null}
          </p>
          <Figures page={page} before={preview.before} after={preview.after} />
          {preview.degree ? <p>{preview.degree}</p> : null}
          {preview.vanished > 0 ? (
            <Choice
              label={t('cases.vanished', { count: preview.vanished })}
              value={said.vanished}
              options={(['keep', 'remove'] as const).map((value) => ({ value, label: t(`cases.vanished.${value}`) }))}
              onChange={(vanished) => intake.say({ vanished })}
            />
          ) : null}
          <Changes preview={preview} />
          <TextField label={t('cases.note')} hint={t('cases.noteHint')} value={said.note} onChange={(note) => intake.say({ note })} />
        </>
      )}
      {faulty ? (
        <p>{t('cases.mend')}</p>
      ) : (
        <p className="form-acts">
          <button type="button" className="button button-primary" disabled={busy || asked} onClick={() => void intake.write()}>
            {t('cases.write')}
          </button>{' '}
          {asked ? <span className="small">{t('cases.sayVanished')}</span> : null}
        </p>
      )}
    </section>
  )
}

/** The figures that follow, as they stand and as they would. */
function Figures({ page, before, after }: { page: CasesPage; before: CaseFigures; after: CaseFigures }) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  const of = (figures: CaseFigures) =>
    page.measure === 'timeliness'
      ? t('cases.ofTotal', { timely: number(figures.timely), total: number(figures.total) })
      : t('cases.concludedCount', { count: figures.total })
  return <p>{t('cases.fromTo', { before: of(before), after: of(after), open: number(after.open) })}</p>
}

function Changes({ preview }: { preview: CasesPreview }) {
  const { t } = useText()
  if (preview.changes.length === 0) return null
  return (
    <details open={preview.changed > 0}>
      <summary>{t('cases.shownChanges', { count: preview.changes.length })}</summary>
      <table className="rows stacked">
        <thead>
          <tr>
            <th scope="col">{t('cases.col.reference')}</th>
            <th scope="col">{t('cases.what')}</th>
            <th scope="col">{t('cases.cells')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.changes.map((change) => (
            <tr key={change.reference}>
              <th scope="row">{change.reference}</th>
              <td>{t(`cases.sort.${change.sort}`)}</td>
              <td>
                {change.cells.map(({ column, before, after }) => (
                  <span key={column} className="why">
                    {change.sort === 'new' ? `${column}: ${after}` : t('cases.cell', { column, before: before || '–', after: after || '–' })}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
