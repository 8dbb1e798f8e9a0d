import { expect, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'

const spotchecks = '/api/v1/contracts/cpr-2014/goals/3/spotchecks'
const list = ['Kundenummer;Navn;Sektor;Kontakt', ...Array.from({ length: 10 }, (_, i) => `K-${i};Kunden ${i};Kommune;post${i}@kunde.example`)].join('\n')

let made = 0
const id = () => `0198f3a2-5b1c-7d3e-8f4a-${String(++made).padStart(12, 'b')}`

/** Records something of the goal's spot checks. */
export async function record(page: Page, path: string, body: object): Promise<void> {
  const answer = await page.request.post(`${spotchecks}${path}`, { data: { id: id(), day: '2014-10-02', ...body } })
  expect(answer.status(), await answer.text()).toBe(201)
}

export interface SeenRound {
  facts: Record<string, { id: string }>
  customers: { number: number; name: string; state: string; reviews: { id: string; body: { clauses: { finding: string }[]; reason?: string } }[]; asides: { actor: { name: string } }[] }[]
}

export async function seen(page: Page, round: string): Promise<SeenRound> {
  return (await (await page.request.get(`${spotchecks}/rounds/${round}`)).json()) as SeenRound
}

/** A round of some customers of ten, drawn from two auditors' secrets, ready to be checked. */
export async function drawn(one: Page, two: Page, round: string, size: number): Promise<void> {
  const query = new URLSearchParams({ id: id(), day: '2014-10-02', name: 'kunder.csv' })
  const taken = await one.request.post(`${spotchecks}/population?${query}`, { data: list, headers: { 'Content-Type': 'application/octet-stream' } })
  const { fact } = (await taken.json()) as { fact: { id: string } }
  await record(one, `/rounds/${round}/plans`, {
    title: 'Vilkår for adgang', question: 'Følger kunderne vilkårene?', population: fact.id, method: 'number', size, confidence: '0.8',
    checklist: [{ title: 'Adgangen er personlig', evidence: 'Liste over brugere' }], source: 'people', people: [{ subject: 'auditor' }, { subject: 'auditor2' }],
  })
  const { facts } = await seen(one, round)
  const secrets = ['a1'.repeat(16), 'b2'.repeat(16)] as const
  for (const [i, page] of [one, two].entries()) {
    const hash = createHash('sha256').update(Buffer.from(secrets[i] ?? '', 'hex')).digest('hex')
    await record(page, `/rounds/${round}/commitments/${i + 1}`, { plan: facts['spotcheck.plan']?.id, hash })
  }
  await record(one, `/rounds/${round}/reveals/1`, { secret: secrets[0] })
  await record(two, `/rounds/${round}/reveals/2`, { secret: secrets[1] })
  await record(one, `/rounds/${round}/draws`, {})
}
