import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Fact } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { bodyRows } from '@/shared/ui/body'
import { rowNames, type Theirs } from './chosen'

interface Props {
  current: Fact
  mine: Record<string, unknown>
  /** Fields that stay as they are where mine leaves them empty. */
  keeps: readonly string[]
  onInsist: (current: Fact, theirs: Theirs) => void
  onYield: () => void
}

/** Someone was faster: both versions side by side, and the person chooses, row by row or all at once. */
export function Conflict({ current, mine, keeps, onInsist, onYield }: Props) {
  const { t, language } = useText()
  const contract = useContractId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const section = useRef<HTMLElement>(null)
  const id = useId()
  const [taken, setTaken] = useState<Theirs>(new Set())
  useEffect(() => {
    section.current?.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'center' })
  }, [current.id])

  function yieldToThem() {
    onYield()
    announce(t('conflict.kept', { who: current.actor.name }))
    // On a page of no contract nobody knows which one it was.
    void client.invalidateQueries({ queryKey: contract === '' ? keys.contracts : keys.contract(contract) })
    void client.invalidateQueries({ queryKey: keys.work })
  }

  const theirs = new Map(bodyRows({ day: current.day, ...current.body }, language, t).map((row) => [row.key, row]))
  // Its id and what it expected say nothing to a reader.
  const said = Object.fromEntries(Object.entries(mine).filter(([name]) => name !== 'id' && name !== 'expects'))
  const own = new Map(bodyRows(said, language, t).map((row) => [row.key, row]))
  const names = [...new Set([...theirs.keys(), ...own.keys()])]
  const mayChoose = new Set(rowNames(said, current.body))
  const take = (name: string, yes: boolean) => {
    const others = [...taken].filter((one) => one !== name)
    setTaken(new Set(yes ? [...others, name] : others))
  }
  return (
    <section ref={section} tabIndex={-1} className="alert alert-warning" aria-label={t('conflict.title')}>
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
            const left = theirs.get(name)?.value ?? t('conflict.nothing')
            const right = own.get(name)?.value ?? (keeps.includes(name) ? left : t('conflict.nothing'))
            const label = (theirs.get(name) ?? own.get(name))?.label
            if (left === right || !mayChoose.has(name)) {
              return (
                <tr key={name} className={left === right ? undefined : 'differs'}>
                  <th scope="row">{label}</th>
                  <td>{left}</td>
                  <td>{right}</td>
                </tr>
              )
            }
            const side = (text: string, theirOwn: boolean) => (
              <td>
                <label className="choice-option">
                  <input
                    type="radio"
                    name={`${id}-${name}`}
                    aria-label={`${label ?? name}: ${text}`}
                    checked={taken.has(name) === theirOwn}
                    onChange={() => take(name, theirOwn)}
                  />
                  <span>{text}</span>
                </label>
              </td>
            )
            return (
              <tr key={name} className="differs">
                <th scope="row">{label}</th>
                {side(left, true)}
                {side(right, false)}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="form-acts">
        <button type="button" className="button button-primary" onClick={() => onInsist(current, taken)}>
          {t(taken.size === 0 ? 'conflict.insist' : 'conflict.saveChosen')}
        </button>
        <button type="button" className="button button-secondary" onClick={yieldToThem}>
          {t('conflict.yield')}
        </button>
      </p>
    </section>
  )
}
