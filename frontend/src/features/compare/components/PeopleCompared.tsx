import type { SideBySide } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

/** Who answers for a goal or a step, where that is another. */
export function PeopleCompared({ page }: { page: SideBySide }) {
  const { t } = useText()
  if (page.people.length === 0) return null
  return (
    <section className="requirement">
      <h2>{t('compare.people')}</h2>
      <ul className="plain facts">
        {page.people.map((one) => (
          <li key={one.goal + one.step}>
            <span className="when">{one.step === '' ? t('compare.lead') : t('compare.owner')}</span>
            {one.name} <del>{one.left || t('compare.nobody')}</del> <ins>{one.right || t('compare.nobody')}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}
