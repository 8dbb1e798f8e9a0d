import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { changed, useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'

/** What waits, waits today: a day in the address is taken out of it, and that is said. */
export function AlwaysToday() {
  const { t } = useText()
  const asOf = useAsOf()
  const navigate = useNavigate()
  const [asked] = useState(asOf !== undefined)
  useEffect(() => {
    if (asOf !== undefined) void navigate({ to: '.', search: changed({ asOf: undefined }), replace: true })
  }, [asOf, navigate])
  return asked ? (
    <p className="alert alert-info" role="status">
      {t('work.alwaysToday')}
    </p>
  ) : null
}
