import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { sendAside, type SetAside } from './api/spotchecks'
import type { Customer } from './wire'

/** Keeps a review as a note, for another stands. */
export function useSetAside(customer: Customer, onDone: () => unknown) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ review, stands }: { review: SetAside; stands: string }) => sendAside(review, stands, customer.asides[0]?.id),
    onSuccess: async ({ fact }) => {
      await onDone()
      announce(t('form.saved', { what: fact.sentence }))
      await client.invalidateQueries({ queryKey: keys.contracts })
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.device }),
  })
}
