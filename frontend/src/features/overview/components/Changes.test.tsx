import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { keys } from '@/shared/api/keys'
import type { Overview } from '@/shared/api/wire'
import { renderPage } from '@/shared/testing/render'
import { sampleFact } from '@/shared/testing/samples'
import { Changes } from './Changes'

afterEach(() => vi.unstubAllGlobals())

const mine = sampleFact({ id: '01900000-0000-7000-8000-000000000002', leaf: 83, sentence: 'Min egen melding' })
const theirs = sampleFact({ leaf: 84, actor: { subject: 'auditor', name: 'Anders', role: 'auditor' }, sentence: 'Verificeret' })

function page(past: boolean): Overview {
  return {
    contract: { id: 'cpr-2014' },
    asOf: { day: '2014-10-02', instant: '2014-10-02T21:59:59Z', past },
    changes: [theirs, mine],
  } as unknown as Overview
}

/** Stands in for the server: who visits, and the facts from a leaf on. */
async function show(overview: Overview, visit: object, facts: object[]) {
  const asked: string[] = []
  vi.stubGlobal('fetch', (request: Request) => {
    asked.push(`${request.method} ${request.url.replace(/.*cpr-2014/, '')}`)
    const body = request.method === 'POST' ? visit : { facts, next: null }
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))
  })
  await renderPage(<Changes page={overview} />, '/c/cpr-2014', (client) => {
    client.setQueryData(keys.session, { subject: 'lead', contracts: [], roles: [], operations: [] })
  })
  return asked
}

it('lists what others reported since the last visit, from its leaf on', async () => {
  const asked = await show(page(false), { first: false, since: '2014-09-24T07:40:00Z', size: 83 }, [mine, theirs])
  expect(await screen.findByText('1 ny siden 24. september 2014 kl. 09.40.')).toBeTruthy()
  expect(screen.getByText('Verificeret')).toBeTruthy()
  expect(screen.queryByText('Min egen melding')).toBeNull()
  expect(asked).toEqual(['POST /visits', 'GET /facts?after=82&limit=200'])
})

it('says so when nothing is new', async () => {
  await show(page(false), { first: false, since: '2014-09-24T07:40:00Z', size: 85 }, [])
  expect(await screen.findByText('Intet nyt fra andre siden 24. september 2014 kl. 09.40.')).toBeTruthy()
})

it('looks back without counting as a visit', async () => {
  const asked = await show(page(true), {}, [])
  expect(screen.getByText('Seneste ændringer')).toBeTruthy()
  expect(asked).toEqual([])
})
