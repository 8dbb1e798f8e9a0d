import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import type { Overview } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { tidy } from '@/shared/text/tidy'
import { useAnnounce } from '@/shared/ui/announce'
import { holdStill } from './holdStill'

/**
 * The log's head is the version of everything under it: when it moves, the rest
 * of the page is fetched anew, what is under the hand stays where it is, and
 * what others reported is said.
 */
export function useFreshness(contract: string, page: Overview | undefined): void {
  const client = useQueryClient()
  const { subject } = useSession()
  const announce = useAnnounce()
  const { t } = useText()
  const seen = useRef<{ contract: string; root: string; size: number }>(undefined)
  useEffect(
    () =>
      // Heard before the page is drawn anew.
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        const [, id, what, day] = event.query.queryKey as unknown[]
        const came = event.query.state.data as Overview
        if (id === contract && what === 'overview' && day === 'now' && seen.current && came.head.root !== seen.current.root) {
          holdStill()
        }
      }),
    [client, contract],
  )
  useEffect(() => {
    if (page === undefined || page.contract.id !== contract) return
    const { root, size } = page.head
    const before = seen.current
    seen.current = { contract, root, size }
    if (before === undefined || before.contract !== contract || before.root === root) return
    void client.invalidateQueries({
      queryKey: keys.contract(contract),
      predicate: (query) => query.queryKey[2] !== 'overview',
    })
    void client.invalidateQueries({ queryKey: keys.work })
    const news = page.changes.filter((fact) => fact.leaf >= before.size && fact.actor.subject !== subject)
    const [newest] = news
    if (newest) {
      const said = { who: newest.actor.name, what: tidy(newest.sentence) }
      announce(news.length === 1 ? t('live.one', said) : t('live.many', { ...said, count: news.length }))
    }
  }, [client, contract, page, subject, announce, t])
}
