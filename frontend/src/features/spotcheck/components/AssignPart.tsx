import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { say } from '../api/spotchecks'
import { loads, sharedOut } from '../drawn'
import type { Where } from '../useSay'
import type { Round } from '../wire'

interface Props {
  round: Round
  where: Where
  acts: boolean
}

/** Who reviews how many, and the rest shared out evenly. */
export function AssignPart({ round, where, acts }: Props) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const rest = sharedOut(round.customers, round.people)
  const sharing = useMutation({
    mutationFn: async () => {
      for (const { number, to } of rest) {
        await say(where.contract, where.goal, where.round, `customers/${number}/assignments`, { id: uuid7(), day: where.day, to: { subject: to, name: '' } })
      }
    },
    onSuccess: () => announce(t('spotcheck.sharedOut')),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: keys.contract(where.contract) }), client.invalidateQueries({ queryKey: keys.work })]),
  })
  const list = loads(round.customers, round.people)
  if (list.length === 0) return null
  return (
    <>
      <ul className="plain spotcheck-load" aria-label={t('spotcheck.load')}>
        {list.map(({ subject, name, assigned, open }) => (
          <li key={subject}>
            {t('spotcheck.of', { what: name })} {t('spotcheck.loadOf', { assigned, open })}
          </li>
        ))}
      </ul>
      {acts && round.may.plan && round.state === 'reviewing' && rest.length > 0 ? (
        <p className="form-acts screen-only">
          <button type="button" className="button button-secondary" disabled={sharing.isPending} onClick={() => sharing.mutate()}>
            {t('spotcheck.shareOut', { count: rest.length })}
          </button>
        </p>
      ) : null}
      {sharing.error ? <Trouble error={sharing.error} /> : null}
    </>
  )
}
