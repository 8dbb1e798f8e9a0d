import { useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { useSending, type Sending } from '@/shared/form/useSending'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { addGrant } from './api/addGrant'
import type { NewGrant } from './wire'
import { whatIsGiven } from './words'

/** Writes rows of the fallback table, then says what holds now and how to undo it. */
export function useGranting(nameOf: (subject: string) => string, onDone: () => void): Sending<NewGrant[]> {
  const client = useQueryClient()
  const { contracts, subject: me } = useSession()
  const announce = useAnnounce()
  const { t } = useText()
  const write = async (rows: NewGrant[]) => {
    // One after another, so that the list has them in the order of the form.
    for (const row of rows) await addGrant(row)
    return rows
  }
  return useSending(write, async (rows) => {
    onDone()
    const [first] = rows
    if (first) {
      const what = rows.map((row) => whatIsGiven(row.kind, row.value, contracts, t)).join(', ')
      const who = nameOf(first.subject)
      announce(first.granted ? t('access.gave', { who, what }) : t('access.took', { who, what }))
    }
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.people }),
      client.invalidateQueries({ queryKey: keys.grants }),
      rows.some((row) => row.subject === me) ? client.invalidateQueries({ queryKey: keys.session }) : undefined,
    ])
  })
}
