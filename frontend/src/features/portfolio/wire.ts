import type { components } from '@/shared/api/schema'

export type PortfolioPage = components['schemas']['Portfolio']
export type PortfolioLine = PortfolioPage['lines'][number]
export type GoalCell = PortfolioLine['goals'][number]
export type TrendPoint = PortfolioLine['trend'][number]
