import type { SideBySide } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

/** The contract's texts that differ, word by word. */
export function TextsCompared({ page }: { page: SideBySide }) {
  const { t } = useText()
  if (page.texts.length === 0) {
    return page.left.version === page.right.version ? null : (
      <section className="requirement">
        <h2>{t('compare.texts')}</h2>
        <p className="empty">{t('compare.noTexts')}</p>
      </section>
    )
  }
  return (
    <section className="requirement">
      <h2>{t('compare.texts')}</h2>
      <dl className="text-changes">
        {page.texts.map((text) => (
          <div key={`${text.subject}/${text.what}`}>
            <dt>
              {text.name}
              {' · '}
              {text.what}
            </dt>
            <dd>
              {text.parts.map((part, n) =>
                part.op === 'gone' ? (
                  <del key={n}>{part.text}</del>
                ) : part.op === 'new' ? (
                  <ins key={n}>{part.text}</ins>
                ) : (
                  <span key={n}>{part.text}</span>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
