import type { DraftContract, DraftGoal, DraftRequirement, Suggestions } from '@/shared/api/wire'
import { typedRat } from '../forms/weights'

/** A goal as it is being answered; numbers as they are typed. */
export interface GoalAnswers {
  number: string
  title: string
  weight: string
  scale: DraftGoal['scale']
  page: string
  table: string
  line: number
  requirements: RequirementAnswers[]
}

export interface RequirementAnswers {
  title: string
  measure: DraftRequirement['measure']
  unit: string
  bound: 'at-least' | 'at-most'
  value: string
  limit: string
  limitUnit: 'months' | 'days' | 'working-days'
  steps: StepAnswers[]
}

export interface StepAnswers {
  title: string
  due: string
  line: number
  words: string
}

/** Everything that is asked for. */
export interface Answers {
  text: string
  id: string
  language: 'da' | 'en'
  title: string
  agency: string
  department: string
  signed: string
  from: string
  to: string
  weights: DraftContract['weights']
  sum: string
  goals: GoalAnswers[]
}

export function nothing(): Answers {
  return {
    text: '', id: '', language: 'da', title: '', agency: '', department: '', signed: '', from: '', to: '',
    weights: 'percent', sum: '100', goals: [],
  }
}

export function newGoal(): GoalAnswers {
  return { number: '', title: '', weight: '', scale: 'yes-no', page: '', table: '', line: 0, requirements: [] }
}

export function newRequirement(title: string): RequirementAnswers {
  return { title, measure: 'milestones', unit: '', bound: 'at-least', value: '', limit: '', limitUnit: 'months', steps: [] }
}

/** The goals of a table of weights, beside those that are there. */
export function withGoals(answers: Answers, found: Suggestions['goals']): Pick<Answers, 'goals' | 'weights' | 'sum'> {
  const known = new Set(answers.goals.map((goal) => goal.number))
  const more = found
    .filter((one) => !known.has(one.number))
    .map((one) => ({ ...newGoal(), number: one.number, title: one.title, weight: one.printed, line: one.line }))
  const unit = found.find((one) => one.unit !== '')?.unit as Answers['weights'] | undefined
  return {
    goals: [...answers.goals, ...more],
    weights: unit ?? answers.weights,
    sum: unit === 'fractions' ? '1' : answers.sum,
  }
}

/** What goes to the server. What is empty or no number is left for the file's check to ask. */
export function draftOf(answers: Answers): DraftContract {
  const { id, language, title, agency, department, signed, from, to, weights } = answers
  return {
    id, language, title, agency, department, signed, from, to, weights,
    sum: typedRat(answers.sum) ?? '0',
    goals: answers.goals.map((goal) => ({
      number: goal.number,
      title: goal.title,
      weight: typedRat(goal.weight) ?? '0',
      printed: goal.weight,
      scale: goal.scale,
      place: { page: goal.page, table: goal.table, line: goal.line },
      requirements: goal.requirements.map(requirementOf),
    })),
  }
}

function requirementOf(one: RequirementAnswers): DraftRequirement {
  const base = { title: one.title, measure: one.measure, place: {} }
  if (one.measure === 'milestones') {
    return { ...base, steps: one.steps.map((step) => ({ title: step.title, due: step.due, place: { line: step.line, words: step.words } })) }
  }
  if (one.measure === 'yes-no') return base
  const value = typedRat(one.value)
  const count = /^\d{1,3}$/.test(one.limit.trim()) ? Number(one.limit) : undefined
  return {
    ...base,
    unit: one.unit,
    bound: one.bound,
    ...(value === undefined ? {} : { value }),
    ...(one.measure === 'timeliness' && count ? { limit: { count, unit: one.limitUnit } } : {}),
  }
}
