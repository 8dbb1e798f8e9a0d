import { useQuery } from '@tanstack/react-query'
import { useText } from '@/shared/text/useText'
import { settingsQuery } from '../api'
import { AdminPart } from './AdminPart'

/** The settings in force; of a secret only whether it is set. */
export function SettingsAdmin() {
  const { t } = useText()
  return (
    <AdminPart title={t('admin.settings.title')} what={t('admin.settings')} query={useQuery(settingsQuery)}>
      {({ settings }) => (
        <table className="rows stacked settings">
          <caption className="sr-only">{t('admin.settings.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.setting')}</th>
              <th scope="col">{t('admin.value')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.map((setting) => (
              <tr key={setting.name}>
                <th scope="row">
                  <code>{setting.name}</code>
                  <span className="why">{setting.meaning}</span>
                </th>
                <td data-title={t('admin.value')}>
                  {setting.value === '' ? null : <code>{setting.value}</code>} <span className="soft">{t(`admin.state.${setting.state}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </AdminPart>
  )
}
