import { useSyncExternalStore } from 'react'
import type { FormName } from '@/shared/route'

/** Where a form stands: on what, and which. */
export interface Place {
  form: FormName
  on: string
}

// Forms that have sent and are not done: they stay although another is opened.
let places: readonly Place[] = []
const listeners = new Set<() => void>()

function change(next: readonly Place[]) {
  places = next
  listeners.forEach((listen) => listen())
}

const same = (a: Place) => (b: Place) => a.on === b.on && a.form === b.form

/** Lets a form stay where it is until it is closed. */
export function holdPlace(place: Place): void {
  if (!places.some(same(place))) change([...places, place])
}

export function freePlace(place: Place): void {
  if (places.some(same(place))) change(places.filter((one) => !same(place)(one)))
}

export function usePlaces(): readonly Place[] {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => places,
  )
}
