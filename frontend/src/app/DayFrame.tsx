import { Outlet } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { useAsOf } from '@/shared/route'
import { asOfTrouble } from './asOf'
import { WrongDay } from './WrongDay'

/** Around pages over several contracts: shown as of a day that there is, or why not. */
export function DayFrame() {
  const { today } = useSession()
  const asOf = useAsOf()
  const trouble = asOfTrouble(asOf, today)
  return asOf !== undefined && trouble ? <WrongDay asOf={asOf} why={trouble} today={today} /> : <Outlet />
}
