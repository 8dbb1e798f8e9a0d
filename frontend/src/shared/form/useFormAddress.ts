import { useNavigate, useRouter } from '@tanstack/react-router'
import { useContractSearch, type ContractSearch, type FormName } from '@/shared/route'
import { freePlace, usePlaces } from './places'

/**
 * Which form is open stands in the address: a task leads straight to it. What
 * waits to be written stays open beside it.
 */
export function useFormAddress() {
  const { form, on, asOf } = useContractSearch()
  const router = useRouter()
  const navigate = useNavigate()
  const places = usePlaces()
  const go = (name: FormName | undefined, subject: string | undefined) =>
    navigate({
      to: '.',
      search: (previous) => ({ ...previous, form: name, on: subject }),
      replace: true,
      resetScroll: false,
    })
  return {
    /** The form that is open on a subject; none while looking back. */
    openOn: (subject: string): FormName | undefined => {
      if (asOf !== undefined) return undefined
      return places.find((place) => place.on === subject)?.form ?? (on === subject ? form : undefined)
    },
    /** Whether one of the forms on a subject is open; several may be. */
    isOpen: (name: FormName, subject: string): boolean =>
      asOf === undefined && ((on === subject && form === name) || places.some((one) => one.on === subject && one.form === name)),
    open: (name: FormName, subject: string) => void go(name, subject),
    /** What closes a form; where the keyboard was in it, it goes back to what it was opened on. */
    closer: (name: FormName, subject: string) => () => {
      const now = router.state.location.search as ContractSearch
      const at = document.activeElement
      const within = at === null || at === document.body || at.closest('form')?.dataset.on === subject
      const back = () => {
        if (within) document.getElementById(anchor(subject))?.focus()
      }
      freePlace({ form: name, on: subject })
      if (now.on === subject && now.form === name) void go(undefined, undefined).then(back)
      else back()
    },
  }
}

/** The element's id that stands for a subject on the page. */
export function anchor(subject: string): string {
  return `on-${subject}`
}
