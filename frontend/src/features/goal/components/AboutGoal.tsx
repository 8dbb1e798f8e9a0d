import type { GoalPage } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { roleName } from '@/shared/text/roles'
import { useText } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'

/** Where the goal stands on paper, and how unclear places were read. */
export function AboutGoal({ page }: { page: GoalPage }) {
  const { t, language } = useText()
  const { goal } = page
  const source = [
    goal.source.section ? t('about.section', { section: goal.source.section }) : '',
    goal.source.page ? t('about.page', { page: goal.source.page }) : '',
    goal.source.table ? t('about.table', { table: goal.source.table }) : '',
  ].filter(Boolean)
  return (
    <section className="requirement">
      <h2>{t('about.title')}</h2>
      <dl className="pairs">
        <dt>{t('col.weight')}</dt>
        <dd>{formatRat(goal.weight, language)}</dd>
        <dt>{t('about.scale')}</dt>
        <dd>{goal.scale.map((degree) => formatRat(degree, language)).join(', ')}</dd>
        {goal.lead ? (
          <>
            <dt>{t('about.lead')}</dt>
            <dd>{roleName(goal.lead, t)}</dd>
          </>
        ) : null}
        {source.length > 0 ? (
          <>
            <dt>{t('about.source')}</dt>
            <dd>{source.join(', ')}</dd>
          </>
        ) : null}
      </dl>
      <Readings readings={goal.readings} />
    </section>
  )
}
