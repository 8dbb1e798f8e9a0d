import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Saved } from '@/shared/api/wire'
import { hexOf } from '@/shared/file/hex'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'

/** A file as it is sent: its bytes in hexadecimal. */
export interface Incoming {
  name: string
  content: string
}

/** A file on its way in: chosen, looked at as often as need be, written once. */
export function useIncoming<Preview>(contract: string) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const [file, setFile] = useState<Incoming>()
  const [preview, setPreview] = useState<Preview>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [saved, setSaved] = useState<Saved>()
  const id = useRef('')
  const turn = useRef(0)

  /** Asks what a file says; an answer that was overtaken is left, and answers nothing. */
  const look = async (ask: () => Promise<Preview>): Promise<Preview | undefined> => {
    const mine = ++turn.current
    setBusy(true)
    setError(undefined)
    let found: Preview | undefined
    try {
      found = await ask()
      if (mine === turn.current) setPreview(found)
    } catch (failure) {
      if (mine === turn.current) setError(failure)
    }
    if (mine !== turn.current) return undefined
    setBusy(false)
    return found
  }

  const forget = () => {
    turn.current++
    setFile(undefined)
    setPreview(undefined)
    setError(undefined)
    setSaved(undefined)
    setBusy(false)
  }

  /** Takes another file in the place of the one before. */
  const take = async (chosen: File): Promise<Incoming> => {
    forget()
    id.current = uuid7()
    const read = { name: chosen.name, content: await hexOf(chosen) }
    setFile(read)
    return read
  }

  /** Writes the file under one id, however often it is tried. */
  const write = async (send: (file: Incoming & { id: string }) => Promise<Saved>) => {
    if (!file || busy) return
    setBusy(true)
    setError(undefined)
    try {
      const answer = await send({ ...file, id: id.current })
      setSaved(answer)
      announce(t('form.saved', { what: answer.fact.sentence }))
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.contract(contract) }),
        client.invalidateQueries({ queryKey: keys.work }),
      ])
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }

  return { file, preview, busy, error, saved, look, take, write, forget }
}
