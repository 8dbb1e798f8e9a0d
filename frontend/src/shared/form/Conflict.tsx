import type { Fact } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { bodyRows } from '@/shared/ui/body'

interface Props {
  current: Fact
  mine: Record<string, unknown>
  onInsist: (current: Fact) => void
  onYield: () => void
}

/** Someone was faster: both versions side by side, and the person chooses. */
export function Conflict({ current, mine, onInsist, onYield }: Props) {
  const { t, language } = useText()
  const theirs = new Map(bodyRows({ day: current.day, ...current.body }, language, t).map((row) => [row.key, row]))
  // Its id and what it expected say nothing to a reader.
  const said = Object.fromEntries(Object.entries(mine).filter(([name]) => name !== 'id' && name !== 'expects'))
  const own = new Map(bodyRows(said, language, t).map((row) => [row.key, row]))
  const names = [...new Set([...theirs.keys(), ...own.keys()])]
  return (
    <section className="alert alert-warning" role="alert" aria-label={t('conflict.title')}>
      <h4 className="alert-heading">{t('conflict.title')}</h4>
      <p className="alert-text">
        {t('conflict.text', { who: current.actor.name, when: instant(current.recorded, language) })}
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs', { who: current.actor.name })}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const left = theirs.get(name)?.value ?? ''
            const right = own.get(name)?.value ?? ''
            return (
              <tr key={name} className={left === right ? undefined : 'differs'}>
                <th scope="row">{(theirs.get(name) ?? own.get(name))?.label}</th>
                <td>{left}</td>
                <td>{right}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="form-acts">
        <button type="button" className="button button-primary" onClick={() => onInsist(current)}>
          {t('conflict.insist')}
        </button>
        <button type="button" className="button button-secondary" onClick={onYield}>
          {t('conflict.yield')}
        </button>
      </p>
    </section>
  )
}
