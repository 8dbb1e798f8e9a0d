import type { Fact, Step, WorkLine } from '@/shared/api/wire'

export function sampleFact(changed: Partial<Fact> = {}): Fact {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'milestone.update',
    subject: 'web.built',
    goal: '7',
    day: '2014-09-01',
    recorded: '2014-09-01T08:00:00Z',
    actor: { subject: 'lead', name: 'Line Lund', role: 'lead' },
    supersedes: '',
    leaf: 12,
    signed: true,
    body: { status: 'started', progress: 30 },
    sentence: 'Web-systemet: i gang, 30 % færdig',
    ...changed,
  }
}

export function sampleStep(changed: Partial<Step> = {}): Step {
  return {
    id: 'web.built',
    title: 'Systemet er bygget',
    item: 'web',
    due: '2014-10-20',
    planned: '2014-10-20',
    expected: '',
    done: '',
    status: 'started',
    progress: 30,
    owner: '',
    risk: 'on_track',
    note: '',
    reason: '',
    movedBecause: '',
    evidence: [],
    concludedBy: '', decides: true,
    added: false,
    dependsOn: [],
    waiting: [],
    state: 'open',
    fact: sampleFact(),
    verification: null,
    canReport: true,
    canVerify: false,
    ...changed,
  }
}

/** Stands in for the server: each call takes the next answer. */
export function answers(...next: { status: number; body: unknown }[]) {
  const sent: unknown[] = []
  const tried: unknown[] = []
  const fetcher = async (request: Request) => {
    const dry = request.headers.get('Dry-Run') === 'true'
    if (request.method === 'POST') (dry ? tried : sent).push(await request.json())
    const answer = next.shift() ?? { status: 500, body: {} }
    return new Response(JSON.stringify(answer.body), {
      status: answer.status,
      headers: { 'Content-Type': answer.status < 400 ? 'application/json' : 'application/problem+json' },
    })
  }
  return { sent, tried, fetcher }
}

export function sampleLine(changed: Partial<WorkLine> = {}): WorkLine {
  return {
    id: 'step:web.built',
    kind: 'step',
    what: 'Trin',
    title: 'Systemet er bygget',
    goal: '7',
    subject: 'web.built',
    day: '2014-10-20',
    late: false,
    waits: false,
    others: false,
    fact: '',
    question: '',
    beside: '',
    claim: null,
    evidence: [],
    address: 'goals/7?form=update&on=web.built',
    contract: 'cpr-2014',
    number: '7',
    goalTitle: 'Nyt web-system',
    ...changed,
  }
}
