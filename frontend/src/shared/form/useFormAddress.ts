import { useNavigate } from '@tanstack/react-router'
import { useContractSearch, type FormName } from '@/shared/route'

/** Which form is open stands in the address: a task leads straight to it. */
export function useFormAddress() {
  const { form, on, asOf } = useContractSearch()
  const navigate = useNavigate()
  const go = (name: FormName | undefined, subject: string | undefined) =>
    navigate({
      to: '.',
      search: (previous) => ({ ...previous, form: name, on: subject }),
      replace: true,
      resetScroll: false,
    })
  return {
    /** The form that is open on a subject; none while looking back. */
    openOn: (subject: string): FormName | undefined => (asOf === undefined && on === subject ? form : undefined),
    open: (name: FormName, subject: string) => void go(name, subject),
    /** Closes the form; the keyboard goes back to what it was opened on. */
    close: () => void go(undefined, undefined).then(() => document.getElementById(anchor(on ?? ''))?.focus()),
  }
}

/** The element's id that stands for a subject on the page. */
export function anchor(subject: string): string {
  return `on-${subject}`
}
