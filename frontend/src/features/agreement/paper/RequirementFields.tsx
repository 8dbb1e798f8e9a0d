import { useId } from 'react'
import type { Suggestions } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { SelectField } from '../forms/SelectField'
import type { RequirementAnswers } from './answers'
import { StepsFields } from './StepsFields'

interface Props {
  requirement: RequirementAnswers
  found: Suggestions | undefined
  onChange: (requirement: RequirementAnswers | undefined) => void
}

const measures = ['milestones', 'timeliness', 'monthly-count', 'survey', 'deviation', 'number', 'yes-no'] as const
const units = ['months', 'days', 'working-days'] as const

/** One thing that a goal needs, with what the paper says of it to choose from. */
export function RequirementFields({ requirement, found, onChange }: Props) {
  const { t } = useText()
  const set = (changed: Partial<RequirementAnswers>) => onChange({ ...requirement, ...changed })
  const { measure } = requirement
  const figure = measure !== 'milestones' && measure !== 'yes-no'
  return (
    <div className="paper-requirement">
      <div className="fields paper-frame">
        <TextField label={t('paper.requirement.title')} value={requirement.title} onChange={(title) => set({ title })} />
        <SelectField
          label={t('paper.measure')}
          value={measure}
          none={t('paper.choose')}
          options={measures.map((one) => ({ value: one, label: t(`paper.measure.${one}`) }))}
          onChange={(value) => {
            const chosen = measures.find((one) => one === value) ?? 'milestones'
            set({ measure: chosen, bound: chosen === 'deviation' ? 'at-most' : 'at-least' })
          }}
        />
        {figure ? <Figure requirement={requirement} found={found} set={set} /> : null}
        {measure === 'timeliness' ? (
          <>
            <TextField label={t('paper.limit')} numeric size="short" value={requirement.limit} onChange={(limit) => set({ limit })} />
            <SelectField
              label={t('paper.limit.unit')}
              value={requirement.limitUnit}
              none={t('paper.choose')}
              options={units.map((one) => ({ value: one, label: t(`paper.limit.${one}`) }))}
              onChange={(value) => set({ limitUnit: units.find((one) => one === value) ?? 'months' })}
            />
            <Offers
              label={t('paper.limit.offers')}
              offers={(found?.limits ?? []).map((one) => ({ line: one.line, words: one.words, take: () => set({ limit: String(one.count), limitUnit: one.unit }) }))}
            />
          </>
        ) : null}
      </div>
      {measure === 'milestones' ? <StepsFields steps={requirement.steps} days={found?.days ?? []} onChange={(steps) => set({ steps })} /> : null}
      <button type="button" className="linklike" onClick={() => onChange(undefined)}>
        {t('paper.requirement.remove', { title: requirement.title })}
      </button>
    </div>
  )
}

interface FigureProps {
  requirement: RequirementAnswers
  found: Suggestions | undefined
  set: (changed: Partial<RequirementAnswers>) => void
}

function Figure({ requirement, found, set }: FigureProps) {
  const { t } = useText()
  return (
    <>
      <SelectField
        label={t('paper.bound')}
        value={requirement.bound}
        none={t('paper.choose')}
        options={[
          { value: 'at-least', label: t('paper.bound.at-least') },
          { value: 'at-most', label: t('paper.bound.at-most') },
        ]}
        onChange={(value) => set({ bound: value === 'at-most' ? 'at-most' : 'at-least' })}
      />
      <TextField label={t('paper.value')} numeric size="short" value={requirement.value} onChange={(value) => set({ value })} />
      <TextField label={t('paper.unit')} size="short" value={requirement.unit} onChange={(unit) => set({ unit })} />
      <Offers
        label={t('paper.value.offers')}
        offers={(found?.targets ?? []).map((one) => ({
          line: one.line,
          words: one.words,
          take: () => set({ bound: one.bound, value: one.value, unit: one.unit }),
        }))}
      />
    </>
  )
}

interface Offer {
  line: number
  words: string
  take: () => void
}

/** What the paper says, to be taken by a person. */
export function Offers({ label, offers }: { label: string; offers: Offer[] }) {
  const { t } = useText()
  const id = useId()
  if (offers.length === 0) return null
  return (
    <div className="paper-offers">
      <p className="small soft" id={id}>
        {label}
      </p>
      <ul className="plain" aria-labelledby={id}>
        {offers.slice(0, 40).map((offer, i) => (
          <li key={i}>
            <button type="button" className="linklike" onClick={offer.take}>
              {t('paper.take', { words: offer.words, line: offer.line })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
