// What the server sends and takes, as /api/v1 describes it.

/** An exact number: "12.5", or "100/3" where no decimal is exact; empty where there is none. */
export type Rat = string
/** A calendar day in Copenhagen: "2014-06-30"; empty where there is none. */
export type Day = string

export interface Range {
  known: boolean
  worst: Rat
  best: Rat
}

export interface Totals {
  obtained: Rat
  decided: Rat
  worst: Rat
  best: Rat
}

export type GoalState = 'kept' | 'partly' | 'not_kept' | 'late' | 'at_risk' | 'on_track' | 'not_started'
export type ItemState = 'open' | 'overdue' | 'kept' | 'late' | 'lost'
export type StepStatus = 'planned' | 'started' | 'done' | 'dropped'
export type Risk = 'on_track' | 'at_risk' | 'late'
export type Verdict = 'accepted' | 'returned'
export type Measure = 'milestones' | 'timeliness' | 'monthly-count' | 'survey' | 'deviation' | 'yes-no' | 'number' | 'level'

export interface Actor {
  subject: string
  name: string
  role: string
}

export interface Fact {
  id: string
  kind: string
  subject: string
  goal: string
  day: Day
  recorded: string
  actor: Actor
  supersedes: string
  leaf: number
  signed: boolean
  body: Record<string, unknown>
  sentence: string
}

export interface Deadline {
  id: string
  kind: 'quarterly' | 'annual' | 'statement'
  title: string
  from: Day
  to: Day
  due: Day
}

export interface Status {
  version: string
  demo: boolean
  developmentProvider: boolean
}

export interface ContractLine {
  id: string
  title: string
  agency: string
  department: string
  from: Day
  to: Day
  version: number
}

export interface Session {
  subject: string
  name: string
  roles: string[]
  goals: string[]
  operations: string[]
  contracts: ContractLine[]
  today: Day
  demo: boolean
  developmentProvider: boolean
}

export interface Contract extends ContractLine {
  /** Of the contract's own texts. */
  language?: string
  signed: Day
  demo: boolean
}

export interface AsOf {
  day: Day
  instant: string
  past: boolean
}

export interface Head {
  size: number
  root: string
  signedSize: number
  signedAt: string
}

export interface NextStep {
  title: string
  day: Day
  step: string
}

export interface GoalLine {
  id: string
  number: string
  title: string
  short: string
  lead: string
  state: GoalState
  degree: Range
  calculated: Range
  assessed: Rat
  weight: Rat
  printedWeight: string
  contribution: Range
  kept: boolean | null
  because: string
  next: NextStep | null
}

export interface Block {
  id: string
  title: string
  goals: GoalLine[]
}

export interface Task {
  id: string
  kind: 'step_late' | 'step_due' | 'verify' | 'report_result'
  title: string
  goal: string
  subject: string
  day: Day
  fact: string
}

export interface Counts {
  goals: number
  kept: number
  partly: number
  notKept: number
  open: number
  late: number
}

export interface Overview {
  contract: Contract
  asOf: AsOf
  today: Day
  head: Head
  total: Totals
  calculated: Totals
  differs: boolean
  counts: Counts
  blocks: Block[]
  deadlines: Deadline[]
  nextDeadline: Deadline | null
  tasks: Task[]
  changes: Fact[]
}

export interface TimelinePoint {
  day: Day
  total: Rat
  worst: Rat
  best: Rat
  decided: Rat
}

export interface Timeline {
  from: Day
  to: Day
  today: Day
  points: TimelinePoint[]
  deadlines: Deadline[]
}

export interface Reading {
  id: string
  place: string
  says: string
  taken: string
  why: string
}

export interface Explanation {
  figure: string
  rule: string
  text: string
  values: Record<string, string>
  facts: string[]
  readings: string[]
  children: Explanation[]
}

export interface ExplanationPage {
  asOf: AsOf
  head: Head
  explanation: Explanation
  facts: Fact[]
  readings: Reading[]
}

export interface Evidence {
  title: string
  url: string
}

export interface Verification {
  verdict: Verdict
  note: string
  fact: Fact
}

export interface Step {
  id: string
  title: string
  item: string
  due: Day
  /** The plan's date; never later than due. */
  planned: Day
  expected: Day
  done: Day
  status: StepStatus
  progress: number
  owner: string
  risk: Risk
  note: string
  reason: string
  evidence: Evidence[]
  decides: boolean
  added: boolean
  dependsOn: string[]
  /** Those of dependsOn that are not done. */
  waiting: string[]
  state: ItemState
  fact: Fact | null
  verification: Verification | null
  canReport: boolean
  canVerify: boolean
}

export interface Item {
  id: string
  number: string
  title: string
  text: string
  state: ItemState
  steps: Step[]
}

export interface Target {
  year: number
  text: string
  value: Rat
  bound: string
  tentative: boolean
  mark: string
}

export type Figures = Record<string, number | boolean | string>

export interface ResultLine {
  subject: string
  month: string
  figures: Figures
  value: Rat
  day: Day
  final: boolean
  source: string
  note: string
  evidence: Evidence[]
  /** The figure in words. */
  words: string
  fact: Fact
  verification: Verification | null
  canVerify: boolean
}

export interface Requirement {
  id: string
  title: string
  text: string
  measure: Measure
  unit: string
  degree: Range
  kept: boolean | null
  value: Rat
  targets: Target[]
  final: boolean
  items: Item[]
  results: ResultLine[]
  months: string[]
  canReport: boolean
  because: string
}

export interface Goal {
  id: string
  number: string
  title: string
  text: string
  lead: string
  scale: Rat[]
  weight: Rat
  printedWeight: string
  source: { section: string; page: string; table: string }
  readings: Reading[]
}

export interface Assessment {
  degree: Rat
  reason: string
  fact: Fact
}

export interface GoalPage {
  contract: Contract
  asOf: AsOf
  today: Day
  head: Head
  goal: Goal
  line: GoalLine
  requirements: Requirement[]
  assessment: Assessment | null
  canAssess: boolean
  assessmentFact: string
  history: Fact[]
  explanation: Explanation
}

export interface FactsPage {
  facts: Fact[]
  next: number | null
}

export interface FactPage {
  fact: Fact
  history: Fact[]
}

export interface ContractText {
  source: string
  sha256: string
  version: number
  readings: Reading[]
  obligations: { id: string; text: string }[]
  amendments: { version: number; date: Day; reason: string }[]
}

export interface FieldFault {
  location: string
  message: string
}

/** RFC 9457, with what a stale form needs to show both versions. */
export interface Problem {
  type?: string
  title?: string
  status: number
  detail?: string
  code?: string
  errors?: FieldFault[]
  requestId?: string
  current?: Fact
  proposed?: Record<string, unknown>
}

export interface StepUpdate {
  id: string
  expects: string
  day: Day
  status: StepStatus
  expected: Day
  progress: number
  owner: string
  risk: Risk
  note: string
  reason: string
  evidence: Evidence[]
}

export interface VerificationRequest {
  id: string
  expects: string
  day: Day
  fact: string
  verdict: Verdict
  note: string
}

export interface NewStep {
  id: string
  day: Day
  title: string
  planned: Day
  dependsOn: string[]
  owner: string
}

export interface ResultReport {
  id: string
  expects: string
  day: Day
  figures: Figures
  final: boolean
  source: string
  note: string
  reason: string
  evidence: Evidence[]
}

export interface AssessmentRequest {
  id: string
  expects: string
  day: Day
  degree: Rat
  reason: string
  withdrawn: boolean
}

export interface Saved {
  fact: Fact
}
