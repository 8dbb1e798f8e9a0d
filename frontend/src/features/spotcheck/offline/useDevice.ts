import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { keyOf } from './along'
import { nothing, onDevice, synchronise } from './store'

/** What the person has on this device. */
export function useDevice() {
  const { subject } = useSession()
  const { data } = useQuery({ queryKey: [...keys.device, subject], queryFn: () => onDevice(subject), retry: false, staleTime: 0 })
  return data ?? nothing
}

/** The round as it was taken along. */
export function useTaken(contract: string, goal: string, round: string) {
  const { subject } = useSession()
  const { taken } = useDevice()
  return taken.find(({ key }) => key === keyOf(subject, contract, goal, round))
}

/** Sends what waits on the device, and shows what came of it. */
export function useSynchronise() {
  const { t } = useText()
  const { subject } = useSession()
  const announce = useAnnounce()
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => synchronise(subject),
    onSuccess: ({ sent, stopped }) => {
      if (sent.length > 0) announce(t('offline.sent', { count: sent.length }))
      if (stopped === 'login') void client.invalidateQueries({ queryKey: keys.session })
    },
    onSettled: (result) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.device }),
        ...(result?.sent.length ? [client.invalidateQueries({ queryKey: keys.contracts }), client.invalidateQueries({ queryKey: keys.work })] : []),
      ]),
  })
}
