import type { components } from '@/shared/api/schema'
import type { Fact } from '@/shared/api/wire'

type Schemas = components['schemas']

export type BudgetView = Schemas['BudgetView']
export type BudgetLine = Omit<Schemas['BudgetLineView'], 'fact'> & { fact: Fact | null }
export type Posting = Schemas['Posting']
export type Preview = Schemas['BudgetPreview']
export type BudgetPage = Omit<Schemas['BudgetPage'], 'base' | 'fact'> & { base: Fact | null; fact: Fact | null }
export type What = 'base' | 'postings'
