import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { SurveyView } from '../wire'

/** How many were asked, answered, did not know, and kept silent; of all and by sector. */
export function WhoAnswered({ view }: { view: SurveyView }) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  const known = (n: number) => (n > 0 ? number(n) : t('survey.unknown'))
  const rate = (rows: number, asked: number) => (asked > 0 ? t('number.percent', { value: formatRat(`${rows * 100}/${asked}`, language, 1) }) : t('survey.unknown'))
  const lines = [
    [t('survey.asked'), known(view.asked)],
    [t('survey.rows'), number(view.rows)],
    [t('survey.rate'), rate(view.rows, view.asked)],
    [t('survey.answered'), number(view.answered)],
    [t('survey.dontKnow'), number(view.dontKnow)],
    [t('survey.missing'), number(view.missing)],
    [t('survey.silent'), view.asked > 0 ? number(view.asked - view.rows) : t('survey.unknown')],
  ] as const
  return (
    <section className="requirement">
      <h2>{t('survey.who')}</h2>
      <dl className="survey-numbers">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">{t(view.scale.dontKnowCounts ? 'survey.dontKnowIn' : 'survey.dontKnowOut')}</p>
      {view.sectors.length > 0 ? (
        <table className="rows stacked survey-sectors">
          <caption className="sr-only">{t('survey.who')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('survey.sector')}</th>
              <th scope="col" className="number">{t('survey.population')}</th>
              <th scope="col" className="number">{t('survey.asked')}</th>
              <th scope="col" className="number">{t('survey.rows')}</th>
              <th scope="col" className="number">{t('survey.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {view.sectors.map((sector) => (
              <tr key={sector.name}>
                <th scope="row">{sector.name}</th>
                <td className="number" data-title={t('survey.population')}>{known(sector.population)}</td>
                <td className="number" data-title={t('survey.asked')}>{known(sector.asked)}</td>
                <td className="number" data-title={t('survey.rows')}>{sector.rows === undefined ? t('survey.hidden') : number(sector.rows)}</td>
                <td className="number" data-title={t('survey.rate')}>{sector.rows === undefined ? t('survey.hidden') : rate(sector.rows, sector.asked)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="small soft">{t('survey.least', { least: view.least })}</p>
    </section>
  )
}
