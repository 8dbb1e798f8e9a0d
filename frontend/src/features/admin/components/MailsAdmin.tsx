import { useQuery } from '@tanstack/react-query'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { mailsQuery } from '../api'
import { AdminPart } from './AdminPart'

/** The mails on their way out, and those that nobody takes. */
export function MailsAdmin() {
  const { t, language } = useText()
  return (
    <AdminPart title={t('admin.mails.title')} what={t('admin.mails')} query={useQuery(mailsQuery)}>
      {({ server, waiting, sent, failed, mails }) => (
        <>
          <p className={server ? undefined : 'alert alert-warning'}>
            {server ? t('admin.mails.server', { server }) : t('admin.mails.noServer')}
          </p>
          <p>{t('admin.mails.count', { waiting, sent, failed })}</p>
          {mails.length === 0 ? <p className="empty">{t('admin.mails.none')}</p> : null}
          <ul className="plain facts">
            {mails.map((mail, i) => (
              <li key={`${mail.recipient} ${mail.queued} ${i}`}>
                <span className="when">
                  {instant(mail.queued, language)} · {mail.contract} · {t(`admin.mail.${mail.state}`)}
                  {mail.tried > 0 ? ` · ${t('admin.mail.tried', { count: mail.tried })}` : null}
                </span>
                {mail.text ? (
                  <details>
                    <summary>
                      {mail.subject} · {mail.recipient}
                    </summary>
                    <p className="survey-mail">{mail.text}</p>
                  </details>
                ) : (
                  `${mail.subject} · ${mail.recipient}`
                )}
                {mail.said ? <p className="small late">{mail.said}</p> : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </AdminPart>
  )
}
