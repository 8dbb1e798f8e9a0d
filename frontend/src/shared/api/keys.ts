// Every query's key, in one place, so that a saved fact knows what it touches.

const contract = (id: string) => ['contract', id] as const

export const keys = {
  status: ['status'] as const,
  session: ['session'] as const,
  people: ['access', 'people'] as const,
  grants: ['access', 'grants'] as const,
  accessTable: ['access', 'table'] as const,
  tokens: ['tokens'] as const,
  tokenUses: (id: string) => ['tokens', id, 'uses'] as const,
  work: ['work'] as const,
  unsigned: ['work', 'unsigned'] as const,
  unsent: ['unsent'] as const,
  device: ['device'] as const,
  admin: (page: string) => ['admin', page] as const,
  search: (q: string, kind: string | undefined, asOf: string | undefined, limit: number) =>
    ['search', q, kind ?? 'all', asOf ?? 'now', limit] as const,
  portfolio: (filter: object) => ['portfolio', filter] as const,
  contract,
  /** Everything under any contract. */
  contracts: ['contract'] as const,
  overview: (id: string, asOf: string | undefined) => [...contract(id), 'overview', asOf ?? 'now'] as const,
  timeline: (id: string, asOf?: string) => [...contract(id), 'timeline', asOf ?? 'now'] as const,
  visit: (id: string) => [...contract(id), 'visit'] as const,
  sideBySide: (id: string, left: string, right: string, asOf: string | undefined) =>
    [...contract(id), 'side-by-side', left, right, asOf ?? 'now'] as const,
  whatIf: (id: string, set: string[], asOf: string | undefined) => [...contract(id), 'what-if', set, asOf ?? 'now'] as const,
  safeDays: (id: string, goal: string | undefined, asOf: string | undefined) =>
    [...contract(id), 'safe-days', goal ?? 'all', asOf ?? 'now'] as const,
  goal: (id: string, goal: string, asOf: string | undefined) => [...contract(id), 'goal', goal, asOf ?? 'now'] as const,
  budget: (id: string, requirement: string, asOf: string | undefined) =>
    [...contract(id), 'budget', requirement, asOf ?? 'now'] as const,
  cases: (id: string, requirement: string, filter: object) => [...contract(id), 'cases', requirement, filter] as const,
  survey: (id: string, requirement: string, asOf: string | undefined) =>
    [...contract(id), 'survey', requirement, asOf ?? 'now'] as const,
  spotchecks: (id: string, goal: string, asOf: string | undefined) =>
    [...contract(id), 'spotchecks', goal, asOf ?? 'now'] as const,
  ownSurvey: (id: string, requirement: string, asOf: string | undefined) =>
    [...contract(id), 'own-survey', requirement, asOf ?? 'now'] as const,
  discussion: (id: string, goal: string, asOf: string | undefined) =>
    [...contract(id), 'discussion', goal, asOf ?? 'now'] as const,
  askable: (id: string) => [...contract(id), 'askable'] as const,
  explanation: (id: string, figure: string, asOf: string | undefined) =>
    [...contract(id), 'explanation', figure, asOf ?? 'now'] as const,
  facts: (id: string, filter: object) =>
    [...contract(id), 'facts', filter] as const,
  files: (id: string, asOf: string | undefined) => [...contract(id), 'files', asOf ?? 'now'] as const,
  fact: (id: string, fact: string, asOf: string | undefined) => [...contract(id), 'fact', fact, asOf ?? 'now'] as const,
  text: (id: string, asOf: string | undefined) => [...contract(id), 'text', asOf ?? 'now'] as const,
  comparison: (id: string, from: number, to: number) => [...contract(id), 'comparison', from, to] as const,
  file: (id: string, version: number) => [...contract(id), 'file', version] as const,
  draft: (id: string, asOf: string | undefined) => [...contract(id), 'draft', asOf ?? 'now'] as const,
  amendment: (id: string, amendment: string, asOf: string | undefined) =>
    [...contract(id), 'amendment', amendment, asOf ?? 'now'] as const,
}
