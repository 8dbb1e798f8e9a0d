import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { sessionQuery } from '@/shared/api/session'
import { statusQuery } from '@/shared/api/status'
import { UnsentFacts } from '@/shared/form/UnsentFacts'
import { Announcer } from '@/shared/ui/Announcer'
import { Trouble } from '@/shared/ui/Trouble'
import { useText } from '@/shared/text/useText'
import { LoginPage } from '@/features/login/components/LoginPage'
import { OfflineLine } from '@/features/spotcheck/components/OfflineLine'
import { OutsideBar } from '@/features/login/components/OutsideBar'
import { Expired } from './Expired'
import { Marks } from './Marks'
import { ThemeChoice } from './ThemeChoice'
import { TopBar } from './TopBar'

/** What stands around every page; nobody logged in sees the login page instead. */
export function Shell() {
  const { t } = useText()
  // The accessibility statement is for everybody.
  const reading = useLocation({ select: ({ pathname }) => pathname === '/accessibility' })
  // Who is asked in a survey or a hearing needs no login, and sees nothing else.
  const answering = useLocation({ select: ({ pathname }) => /^\/(answer|hearing)\//.test(pathname) })
  const session = useQuery({ ...sessionQuery(), enabled: !answering })
  const status = useQuery(statusQuery)
  const marks = (
    <Marks
      demo={status.data?.demo ?? session.data?.demo ?? false}
      development={status.data?.developmentProvider ?? session.data?.developmentProvider ?? false}
    />
  )
  if (answering) {
    return (
      <>
        {marks}
        <OutsideBar />
        <Outlet />
        <ThemeChoice />
      </>
    )
  }
  if (session.data) {
    return (
      <Announcer key={session.data.subject}>
        <a className="skip" href="#content">
          {t('nav.skip')}
        </a>
        {marks}
        {session.data.expired ? <Expired /> : null}
        <TopBar session={session.data} />
        <OfflineLine />
        <UnsentFacts subject={session.data.subject} />
        <Outlet />
        <ThemeChoice />
      </Announcer>
    )
  }
  if (session.data === null) {
    return (
      <>
        {marks}
        {reading ? (
          <>
            <OutsideBar />
            <Outlet />
          </>
        ) : (
          <LoginPage development={status.data?.developmentProvider ?? false} />
        )}
        <ThemeChoice />
      </>
    )
  }
  return (
    <main className="wrap page">
      {session.error ? <Trouble error={session.error} again={() => void session.refetch()} /> : null}
    </main>
  )
}
