import { Link } from '@tanstack/react-router'
import type { AgreedBlock, AgreedGoal } from '@/shared/api/wire'
import { useText, type Text } from '@/shared/text/useText'
import { Readings } from '@/shared/ui/Readings'
import { AgreedRequirement } from './AgreedRequirement'
import { Agreed } from '@/shared/ui/Agreed'

/** The goals in the paper's order, block by block; those of a contract lead to their pages. */
export function AgreedGoals({ blocks, contract }: { blocks: AgreedBlock[]; contract: string | undefined }) {
  return blocks.map((block) => (
    <section key={block.id} className="agreed-block">
      <h2>
        <Agreed>{block.title}</Agreed>
      </h2>
      {block.text ? (
        <p>
          <Agreed>{block.text}</Agreed>
        </p>
      ) : null}
      {block.goals.map((goal) => (
        <Goal key={goal.id} goal={goal} contract={contract} />
      ))}
    </section>
  ))
}

/** Section, page and table, as far as the file names them. */
export function paper(source: { section: string; page: string; table: string }, t: Text): string {
  return [
    source.section ? t('about.section', { section: source.section }) : '',
    source.page ? t('about.page', { page: source.page }) : '',
    source.table ? t('about.table', { table: source.table }) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function Goal({ goal, contract }: { goal: AgreedGoal; contract: string | undefined }) {
  const { t } = useText()
  const source = paper(goal.source, t)
  const title = t('agreement.goal', { number: goal.number, title: goal.title })
  return (
    <section className="agreed-goal" id={`goal-${goal.id}`}>
      <h3>
        {contract === undefined ? (
          title
        ) : (
          <Link to="/c/$contract/goals/$goal" params={{ contract, goal: goal.id }}>
            {title}
          </Link>
        )}
      </h3>
      {goal.text ? (
        <p>
          <Agreed>{goal.text}</Agreed>
        </p>
      ) : null}
      <dl className="pairs">
        {goal.printedWeight ? (
          <>
            <dt>{t('col.weight')}</dt>
            <dd>{goal.printedWeight}</dd>
          </>
        ) : null}
        {goal.lead ? (
          <>
            <dt>{t('about.lead')}</dt>
            <dd>
              <Agreed>{goal.lead}</Agreed>
            </dd>
          </>
        ) : null}
        {source ? (
          <>
            <dt>{t('about.source')}</dt>
            <dd>{source}</dd>
          </>
        ) : null}
        <dt>{t('agreement.degree')}</dt>
        <dd>{goal.rules.join(' ')}</dd>
      </dl>
      <Readings readings={goal.readings} />
      {goal.requirements.map((requirement) => (
        <AgreedRequirement
          key={requirement.id}
          requirement={requirement}
          alone={goal.requirements.length === 1}
          source={paper(requirement.source, t)}
        />
      ))}
    </section>
  )
}
