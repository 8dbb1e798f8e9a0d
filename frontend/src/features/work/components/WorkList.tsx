import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ComponentType } from 'react'
import { useSession } from '@/shared/api/session'
import type { WorkPage } from '@/shared/api/wire'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { groupOf, groups, keyOf, manyOf, type Group } from '../acts'
import type { WorkSearch } from '../search'
import { useStill } from '../useStill'
import { standing } from '../words'
import { ManyBar } from './ManyBar'
import { TaskForm, type TaskFormProps } from './TaskForm'
import { TaskRow } from './TaskRow'

interface Props {
  page: WorkPage
  forms: Record<string, ComponentType<TaskFormProps>>
}

/** The lines, what hurts first first. */
export function WorkList({ page, forms }: Props) {
  const { t } = useText()
  const { only }: WorkSearch = useSearch({ strict: false })
  const { lines: all, fresh, show } = useStill(page.lines)
  const lines = only === undefined ? all : all.filter((line) => groupOf(line) === only)
  const [chosen, setChosen] = useState<string[]>([])
  const { operations } = useSession()
  const address = useFormAddress()
  const list = useRef<HTMLUListElement>(null)
  const heading = useRef<HTMLParagraphElement>(null)
  const open = useRef(-1)

  // What was done is gone from the list: the keyboard goes to what took its place.
  const count = lines.length
  useEffect(() => {
    if (open.current < 0 || document.activeElement !== document.body) return
    const rows = list.current?.querySelectorAll<HTMLElement>(':scope > li')
    const next = rows?.[Math.min(open.current, rows.length - 1)] ?? heading.current
    next?.focus()
    open.current = -1
  }, [count])

  const choose = (key: string, yes: boolean) =>
    setChosen((before) => (yes ? [...before, key] : before.filter((one) => one !== key)))

  return (
    <>
      <p className="sub" ref={heading} tabIndex={-1}>
        {standing(all, t, operations.includes('goal.assess'))}
      </p>
      <p role="status" className={fresh > 0 ? 'fresh' : 'sr-only'}>
        {fresh > 0 ? (
          <>
            {t('work.fresh', { count: fresh })}{' '}
            <button type="button" className="linklike" onClick={show}>
              {t('work.showFresh')}
            </button>
          </>
        ) : null}
      </p>
      <Filter lines={all.map(groupOf)} only={only} />
      {lines.length > 0 ? <h2 className="sr-only">{t('work.list')}</h2> : null}
      {lines.length > 0 ? (
        <ul className="plain no-max-width tasks" ref={list} aria-label={t('work.list')}>
          {lines.map((line, index) => {
            const key = keyOf(line)
            const form = address.openOn(key)
            return (
              <TaskRow
                key={key}
                line={line}
                page={page}
                form={form}
                Form={forms[line.kind] ?? TaskForm}
                chosen={chosen.includes(key)}
                onChoose={(yes) => choose(key, yes)}
                onOpen={(form) => {
                  open.current = index
                  address.open(form, key)
                }}
                onClose={() => {
                  open.current = index
                  address.closer(form ?? 'update', key)()
                }}
                anchor={anchor(key)}
              />
            )
          })}
        </ul>
      ) : null}
      {lines.length === 0 && all.length > 0 ? <p className="empty">{t('work.noneOfThese')}</p> : null}
      <ManyBar
        lines={lines.filter((line) => chosen.includes(keyOf(line)))}
        all={lines.filter((line) => manyOf(line) !== undefined)}
        today={page.today}
        onChosen={setChosen}
      />
    </>
  )
}

/** Only some of the lines, where there are several sorts. */
function Filter({ lines, only }: { lines: Group[]; only: Group | undefined }) {
  const { t } = useText()
  const navigate = useNavigate()
  const there = groups.filter((group) => lines.includes(group))
  if (there.length < 2 && only === undefined) return null
  const go = (group: Group | undefined) => void navigate({ to: '.', search: changed({ only: group }), replace: true })
  return (
    <div className="sorts" role="group" aria-label={t('work.filter')}>
      <button type="button" className="linklike" aria-pressed={only === undefined} onClick={() => go(undefined)}>
        {t('work.group.all', { count: lines.length })}
      </button>
      {there.map((group) => (
        <button key={group} type="button" className="linklike" aria-pressed={only === group} onClick={() => go(group)}>
          {t(`work.group.${group}`, { count: lines.filter((one) => one === group).length })}
        </button>
      ))}
    </div>
  )
}
