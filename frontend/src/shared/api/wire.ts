import type { components } from './schema'

// The server's types as the generated description has them, with what that
// cannot say: which texts are one of a few, and what a fact's body is.

type Schemas = components['schemas']
type With<T, Changed> = Omit<T, keyof Changed> & Changed

/** An exact number: "12.5", or "100/3" where no decimal is exact; empty where there is none. */
export type Rat = string
/** A calendar day in Copenhagen: "2014-06-30"; empty where there is none. */
export type Day = string

export type Range = Schemas['Range']
export type GoalState = Schemas['GoalLine']['state']
export type ItemState = Schemas['Item']['state']
export type StepStatus = Schemas['Step']['status']
export type Risk = Schemas['Step']['risk']
export type Verdict = 'accepted' | 'returned'
export type Measure = 'milestones' | 'timeliness' | 'monthly-count' | 'survey' | 'deviation' | 'yes-no' | 'number' | 'level'

export type Fact = With<Schemas['Fact'], { body: Record<string, unknown> }>
export type NextYear = Schemas['NextYear']
export type Suggestions = Schemas['Suggestions']
export type DraftContract = Schemas['Draft']
export type DraftGoal = Schemas['DraftGoal']
export type DraftRequirement = Schemas['DraftRequirement']
export type Deadline = Schemas['Deadline']
export type Status = Schemas['Status']
export type Session = Schemas['Session']
export type Person = Schemas['PersonLine']
export type Rights = Schemas['Rights']
export type Grant = Schemas['GrantLine']
export type NewGrant = With<Schemas['NewGrant'], { kind: Grant['kind'] }>
export type AsOf = Schemas['AsOf']
export type Head = Schemas['Head']
export type Contract = Schemas['ContractLine'] & {
  /** Of the contract's own texts. */
  language?: string
}
export type GoalLine = Schemas['GoalLine']
export type Block = Schemas['Block']
export type Task = With<Schemas['Task'], { claim: Fact | null }>
export type WorkLine = With<Schemas['TaskLine'], { claim: Fact | null }>
export type WorkPage = With<Schemas['TaskPage'], { lines: WorkLine[] }>

export type Overview = With<
  Schemas['Overview'],
  { contract: Contract; tasks: Task[]; changes: Fact[] }
>

export type TimelinePoint = Schemas['Point']
export type Timeline = Schemas['Timeline']
export type Totals = Schemas['Totals']
export type WhatIf = Schemas['WhatIf']
export type WhatIfGoal = Schemas['WhatIfGoal']
export type WhatIfSubject = Schemas['WhatIfSubject']
export type SafeDay = Schemas['SafeDay']
export type SafeDayList = Schemas['SafeDayList']
export type SideBySide = With<Schemas['SideBySide'], { facts: Fact[] }>
export type Reading = Schemas['Reading']
export type Explanation = Schemas['Explanation']
export type ExplanationPage = With<Schemas['ExplanationPage'], { facts: Fact[] }>

export type Evidence = Schemas['Link']
export type KeptFile = With<Schemas['Listed'], { fact: Fact }>
export type Verification = With<Schemas['Seen'], { verdict: Verdict; fact: Fact }>
export type Step = With<Schemas['Step'], { fact: Fact | null; verification: Verification | null }>
export type Item = With<Schemas['Item'], { steps: Step[] }>
export type Figures = Schemas['Figures']
export type ResultLine = With<Schemas['ResultLine'], { fact: Fact; verification: Verification | null }>
export type Requirement = With<Schemas['Requirement'], { measure: Measure; items: Item[]; results: ResultLine[] }>
export type DegreeCurve = Schemas['DegreeCurve']
export type Assessment = With<Schemas['AssessmentView'], { fact: Fact }>

export type GoalPage = With<
  Schemas['GoalPage'],
  {
    contract: Contract
    requirements: Requirement[]
    assessment: Assessment | null
    history: Fact[]
  }
>

export type LogLine = With<Schemas['LogLine'], { body: Record<string, unknown> }>
export type LogList = With<Schemas['FactList'], { facts: LogLine[] }>
export type FactPage = With<Schemas['FactPage'], { fact: Fact; history: Fact[] }>

export type Answer = With<Schemas['Answer'], { fact: Fact }>
/** A proposal, with what its reader may do. */
export type Amendment = With<
  Schemas['AmendmentLine'],
  { proposed: Fact; agency: Answer | null; department: Answer | null; withdrawn: Answer | null }
>
export type AmendmentPage = With<Schemas['AmendmentPage'], { amendment: Amendment }>
export type Comparison = Schemas['Comparison']
export type AgreedBlock = Schemas['AgreementBlock']
export type AgreedGoal = Schemas['AgreementGoal']
export type AgreedRequirement = Schemas['AgreementRequirement']
export type AgreedItem = Schemas['AgreementItem']
export type VersionLine = Schemas['VersionLine']
export type ContractPage = With<Schemas['ContractPage'], { amendments: Amendment[] }>
export type Checked = Schemas['Checked']
export type UnsignedContract = With<Schemas['UnsignedLine'], { draft: Amendment }>
export type DraftPage = With<Schemas['DraftPage'], { text: ContractPage; drafts: Amendment[] }>
export type NewChecked = Schemas['NewChecked']
export type FileProblem = Schemas['ProblemLine']
export type ContractEdit = Schemas['Edit']

/** RFC 9457, with what a stale form needs to show both versions. */
export type Problem = With<Partial<Schemas['Problem']>, { status: number; current?: Fact | null }>

export type Saved = With<Schemas['RecordedBody'], { fact: Fact }>

/** What a form sends always has its head: the same id however often it is sent. */
type Written<T> = T & { id: string; day: Day }
export type StepUpdate = Written<Schemas['StepUpdate']>
export type StepVerification = Written<Schemas['StepVerification']>
export type StepAddition = Written<Schemas['StepAddition']>
export type ResultReport = Written<Schemas['ResultReport']>
export type ResultVerification = Written<Schemas['ResultVerification']>
export type GoalAssessment = Written<Schemas['GoalAssessment']>
export type AmendmentProposal = Written<Schemas['AmendmentProposal']>
export type ContractProposal = Written<Schemas['ContractProposal']>
export type AmendmentDecision = Written<Schemas['AmendmentDecision']>
export type AmendmentWithdrawal = Written<Schemas['AmendmentWithdrawal']>
export type Outline = Schemas['Outline']
export type SaidComment = Written<Schemas['SaidComment']>
export type SaidQuestion = Written<Schemas['SaidQuestion']>
export type SaidAnswer = Written<Schemas['SaidAnswer']>
export type SaidWithdrawal = Written<Schemas['SaidWithdrawal']>

type Reply = With<Schemas['Reply'], { fact: Fact }>
export type Entry = With<
  Schemas['Entry'],
  { fact: Fact; state: 'open' | 'answered' | 'withdrawn'; answer: Reply | null; withdrawal: Reply | null }
>
export type Discussion = With<Schemas['Discussion'], { entries: Entry[] }>
