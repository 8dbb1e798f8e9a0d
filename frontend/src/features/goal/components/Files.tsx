import { useQuery } from '@tanstack/react-query'
import type { GoalPage } from '@/shared/api/wire'
import { useSession } from '@/shared/api/session'
import { filesQuery } from '@/shared/evidence/api/files'
import { FileDrop } from '@/shared/evidence/FileDrop'
import { FileLine } from '@/shared/evidence/FileLine'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'

/** The goal's files, the newest first, and a place to add more. */
export function Files({ page }: { page: GoalPage }) {
  const { t } = useText()
  const { operations } = useSession()
  const { data, error, refetch } = useQuery(filesQuery(page.contract.id, useAsOf()))
  const files = data?.filter(({ fact }) => fact.goal === page.goal.id)
  const may = operations.includes('evidence.add') && !page.asOf.past
  return (
    <section className="requirement" id="files">
      <h2>{t('file.title')}</h2>
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {files?.length === 0 ? <p className="empty">{t('file.none')}</p> : null}
      <ul className="plain evidence-list">
        {files?.map((kept) => (
          <li key={kept.fact.id}>
            <FileLine contract={page.contract.id} file={kept.fact.id} title={kept.name} kept={kept} who />
          </li>
        ))}
      </ul>
      {may ? (
        <FileDrop contract={page.contract.id} goal={page.goal.id} today={page.today} onKept={() => undefined} />
      ) : null}
    </section>
  )
}
