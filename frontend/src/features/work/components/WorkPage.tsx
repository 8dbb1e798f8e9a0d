import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { workQuery } from '@/shared/api/work'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { current } from '../current'
import { AlwaysToday } from './AlwaysToday'
import { GoalsToAssess } from './GoalsToAssess'
import { News } from './News'
import type { TaskFormProps } from './TaskForm'
import { WorkList } from './WorkList'

interface Props {
  /** Forms of other features, by the kind of task that they are for. */
  forms?: Record<string, ComponentType<TaskFormProps>>
  /** What other features have for this person on their first page. */
  children?: ReactNode
}

/** Where a person begins: what waits for them, done without leaving the list. */
export function WorkPage({ forms = {}, children }: Props) {
  const { t } = useText()
  const { data, error, refetch } = useQuery(workQuery)
  usePageTitle(t('work.title'))
  return (
    <main className="wrap page main-column" id="content" tabIndex={-1}>
      <h1>{t('work.title')}</h1>
      <AlwaysToday />
      {data ? (
        <>
          <WorkList page={data} forms={forms} />
          <GoalsToAssess contracts={current(data.contracts, data.today)} />
          {children}
          <News contracts={current(data.contracts, data.today)} today={data.today} />
          {data.contracts.length > 1 ? (
            <p className="result-acts">
              <Link to="/contracts">{t('work.contracts', { count: data.contracts.length })}</Link>
            </p>
          ) : null}
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </main>
  )
}
