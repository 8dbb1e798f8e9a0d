import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { goalsQuery } from '@/shared/api/goals'
import { useSession } from '@/shared/api/session'
import { useAsOf } from '@/shared/route'
import { chooseLanguage } from '@/shared/text/i18n'
import { holdsPersonNumber } from '@/shared/text/personNumber'
import { useText } from '@/shared/text/useText'
import { searchQuery } from '../api'
import { commandsFor, jumpsFor, matching, type Command } from '../commands'
import { optionsOf, type Option } from '../options'
import { recentPlaces, rememberPlace } from '../recent'
import { useRested } from '@/shared/ui/useRested'
import { PaletteList } from './PaletteList'

/** The way to everything by keyboard: pages, goals, actions, and what was said. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, language } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const router = useRouter()
  const client = useQueryClient()
  const session = useSession()
  const asOf = useAsOf()
  const here = useParams({ strict: false }).contract
  const contract = here ?? (session.contracts.length === 1 ? (session.contracts[0]?.id ?? '') : '')
  const goals = useQuery(goalsQuery(contract)).data ?? []
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const refused = holdsPersonNumber(typed)
  const rested = useRested(typed.trim())
  const { data, error } = useQuery(searchQuery({ q: rested, asOf, limit: 4 }))
  const commands = commandsFor(session, contract, goals, asOf, t)
  const recent: Command[] = recentPlaces().map((place) => ({ id: `recent ${place.address}`, group: 'recent', ...place }))
  const options = optionsOf(
    typed.trim() === '' ? [...recent, ...commands] : [...jumpsFor(typed.trim(), contract, goals, asOf, t), ...matching(commands, typed)],
    typed.trim().length > 1 && !refused ? data : undefined,
    typed.trim(),
    asOf,
    t,
  )
  const chosen = options[Math.min(at, options.length - 1)]

  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])

  const go = (option: Option | undefined) => {
    if (!option) return
    onClose()
    if (option.act === 'language') void chooseLanguage(language === 'da' ? 'en' : 'da').then(() => client.invalidateQueries())
    else if (option.act === 'logout') document.querySelector<HTMLFormElement>('form[action="/auth/logout"]')?.submit()
    else if (option.address !== undefined) {
      if (option.keep) rememberPlace({ label: option.plain, address: option.address })
      router.history.push(option.address)
    }
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) {
      event.preventDefault()
      setAt((Math.min(at, options.length - 1) + step + options.length) % options.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(chosen)
    }
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
        placeholder={t('palette.placeholder')}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      {refused ? <p role="alert">{t('search.personNumber')}</p> : error ? <p role="alert">{error.message}</p> : null}
      <PaletteList id={listId} options={options} chosen={chosen?.id} onChoose={go} />
      <p className="palette-help">
        <span role="status">{t('palette.count', { count: options.length })}</span> <span>{t('palette.keys')}</span>
      </p>
    </dialog>
  )
}
