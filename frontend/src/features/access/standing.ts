import type { GrantKind, Grant, NewGrant, PeopleList, Person } from './wire'

/** What somebody has of one kind, and where it comes from. */
export interface Held {
  kind: GrantKind
  values: string[]
  from: 'provider' | 'here' | 'nowhere'
  /** Given here, but not looked at because the provider gives some of the kind itself. */
  idle: string[]
}

export interface Standing {
  subject: string
  name: string
  /** Empty for somebody who was given something before their first login. */
  lastSeen: string
  appointed: boolean
  roles: Held
  goals: Held
  contracts: Held
}

const kindOf = { roles: 'role', goals: 'goal', contracts: 'contract' } as const
const nothing = { roles: [], goals: [], contracts: [] }

/** Which of the rows hold: for a subject, kind and value it is the newest. */
export function newest(grants: Grant[]): Grant[] {
  const last = new Map(grants.map((grant) => [JSON.stringify([grant.subject, grant.kind, grant.value]), grant]))
  return grants.filter((grant) => last.get(JSON.stringify([grant.subject, grant.kind, grant.value])) === grant)
}

/** Everybody with what they may: those without a role first, for they wait. */
export function standings(list: PeopleList, grants: Grant[]): Standing[] {
  const holding = newest(grants).filter((grant) => grant.granted)
  const known = list.people.map((person) => standingOf(person, holding))
  const strangers = [...new Set(holding.map((grant) => grant.subject))]
    .filter((subject) => !list.people.some((person) => person.subject === subject))
    .map((subject) =>
      standingOf({ subject, name: subject, lastSeen: '', appointed: false, claimed: nothing }, holding),
    )
  const all = [...known, ...strangers]
  return [...all.filter(waits), ...all.filter((one) => !waits(one))]
}

export function waits(person: Standing): boolean {
  return person.roles.values.length === 0
}

type Seen = Pick<Person, 'subject' | 'name' | 'lastSeen' | 'appointed' | 'claimed'>

function standingOf(person: Seen, holding: Grant[]): Standing {
  const held = (part: keyof typeof kindOf): Held => {
    const kind = kindOf[part]
    const claimed = person.claimed[part]
    const given = holding
      .filter((grant) => grant.subject === person.subject && grant.kind === kind)
      .map((grant) => grant.value)
    if (claimed.length > 0) return { kind, values: claimed, from: 'provider', idle: given }
    return { kind, values: given, from: given.length > 0 ? 'here' : 'nowhere', idle: [] }
  }
  const { subject, name, lastSeen, appointed } = person
  return { subject, name, lastSeen, appointed, roles: held('roles'), goals: held('goals'), contracts: held('contracts') }
}

/** The row that undoes another. */
export function opposite(grant: Grant): Omit<NewGrant, 'id'> {
  return { subject: grant.subject, kind: grant.kind, value: grant.value, granted: !grant.granted }
}
