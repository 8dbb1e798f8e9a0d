import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { discussionQuery } from '../api/discussion'
import { AskForm } from '../forms/AskForm'
import { CommentForm } from '../forms/CommentForm'
import { EntryItem } from './EntryItem'

/** What people say to each other about the goal. */
export function DiscussionSection() {
  const { t } = useText()
  const contract = useContractId()
  const goal = useParams({ strict: false }).goal ?? ''
  const { today } = useSession()
  const { data, error, refetch } = useQuery(discussionQuery(contract, goal, useAsOf()))
  const address = useFormAddress()
  const fresh = `${goal}/`
  return (
    <section className="requirement talk" id={anchor(fresh)} tabIndex={-1}>
      <h2>{t('talk.title')}</h2>
      {error && !data ? <Trouble error={error} again={() => void refetch()} /> : null}
      {data?.entries.length === 0 ? (
        <p className="empty">{data.canWrite ? t('talk.noneYet') : t('talk.none')}</p>
      ) : null}
      <ol className="plain">
        {data?.entries.map((entry) => (
          <EntryItem key={entry.name} entry={entry} contract={contract} goal={goal} today={today} />
        ))}
      </ol>
      {data?.canWrite ? (
        <p className="result-acts screen-only">
          <button type="button" className="linklike" onClick={() => address.open('comment', fresh)}>
            {t('talk.comment')}
          </button>
          <button type="button" className="linklike" onClick={() => address.open('ask', fresh)}>
            {t('talk.ask')}
          </button>
        </p>
      ) : null}
      {data?.canWrite && address.isOpen('comment', fresh) ? (
        <CommentForm contract={contract} goal={goal} today={today} onClose={address.closer('comment', fresh)} />
      ) : null}
      {data?.canWrite && address.isOpen('ask', fresh) ? (
        <AskForm contract={contract} goal={goal} today={today} onClose={address.closer('ask', fresh)} />
      ) : null}
    </section>
  )
}
