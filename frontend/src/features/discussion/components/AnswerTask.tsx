import { useQuery } from '@tanstack/react-query'
import type { Day, WorkLine } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { discussionQuery } from '../api/discussion'
import { AnswerForm } from '../forms/AnswerForm'

interface Props {
  line: WorkLine
  today: Day
  onClose: () => void
}

/** Answers a question from the list of what waits. */
export function AnswerTask({ line, today, onClose }: Props) {
  const { t } = useText()
  const { data, error, refetch } = useQuery(discussionQuery(line.contract, line.goal, undefined))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  const entry = data.entries.find((one) => `${line.goal}/${one.name}` === line.subject)
  if (!entry?.canAnswer) return <p className="empty">{t('work.gone')}</p>
  return <AnswerForm contract={line.contract} goal={line.goal} entry={entry} today={today} onClose={onClose} />
}
