import type { components } from '@/shared/api/schema'
import type { Fact, Verification } from '@/shared/api/wire'

type Schemas = components['schemas']

export type SurveyView = Schemas['SurveyView']
export type QuestionView = Schemas['QuestionView']
export type GroupView = Schemas['GroupView']
export type Mapping = Schemas['ColumnMapping']
export type Column = Schemas['AnswersColumn']
export type Sector = Schemas['SurveySector']
export type Preview = Schemas['AnswersPreview']
export type FreeText = Schemas['FreeText']
export type SurveyPage = Omit<Schemas['SurveyPage'], 'fact' | 'history' | 'verification'> & {
  fact: Fact | null
  history: Fact[]
  verification: Verification | null
}
