import { useText } from '@/shared/text/useText'
import type { TokenLine } from '../wire'
import { TokenRow } from './TokenRow'

/** Some tokens, under a heading of their own. */
export function TokenTable({ title, tokens }: { title: string; tokens: TokenLine[] }) {
  const { t } = useText()
  return (
    <table className="rows stacked tokens">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('token.key')}</th>
          <th scope="col">{t('token.may')}</th>
          <th scope="col">{t('token.until')}</th>
          <th scope="col">{t('token.used')}</th>
          <th scope="col">
            <span className="sr-only">{t('step.col.act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </tbody>
    </table>
  )
}
