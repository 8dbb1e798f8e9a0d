import { useText } from '@/shared/text/useText'
import { roleOf, roles, withRole, type Role } from '../mapping'
import type { Mapping, Preview } from '../wire'

interface Props {
  preview: Preview
  mapping: Mapping
  onSay: (mapping: Mapping) => void
}

/** The file's columns, and what each is. */
export function ColumnTable({ preview, mapping, onSay }: Props) {
  const { t } = useText()
  return (
    <section className="requirement">
      <h2>{t('survey.columns')}</h2>
      <table className="rows stacked survey-columns">
        <caption className="sr-only">{t('survey.columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('survey.column')}</th>
            <th scope="col">{t('survey.columnHolds')}</th>
            <th scope="col">{t('survey.role')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>{column.values.length > 0 ? column.values.join(', ') : t('survey.various', { count: column.filled })}</td>
              <td>
                <select
                  className="form-select"
                  aria-label={t('survey.roleOf', { column: column.name })}
                  value={roleOf(mapping, column.name)}
                  onChange={(event) => onSay(withRole(mapping, preview.columns, column.name, event.target.value as Role))}
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {t(`survey.role.${role}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
