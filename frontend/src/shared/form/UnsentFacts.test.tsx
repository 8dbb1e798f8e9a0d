import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { answers, sampleFact } from '@/shared/testing/samples'
import { readDraft, keepDraft } from './drafts'
import { keepUnsent, leaveUnsent, unsentOf } from './unsent'
import { UnsentFacts } from './UnsentFacts'

const id = '01900000-0000-7000-8000-00000000000a'
const body = { id, expects: '', day: '2014-10-02', text: 'Godt gået.' }
const wouldBe = { status: 200, body: { fact: sampleFact({ id, leaf: -1 }) } }
const written = { status: 200, body: { fact: sampleFact({ id }) } }

/** A comment that waited when the page was left; whoever sent it sees to it no more. */
async function left(...next: Parameters<typeof answers>) {
  const path = '/api/v1/contracts/cpr-2014/goals/2/comments'
  keepDraft('lead', 'cpr-2014/comment/2/', { id, seen: '', values: { text: body.text }, at: Date.now() })
  keepUnsent('lead', { id, path, body: JSON.stringify(body), what: 'Kommentar: Godt gået.', form: 'cpr-2014/comment/2/', until: 0 })
  const server = answers(...next)
  vi.stubGlobal('fetch', server.fetcher)
  await renderPage(<UnsentFacts subject="lead" />)
  return server
}

it('offers what did not arrive, and sends it with the id it had', async () => {
  const server = await left(wouldBe, written)
  await userEvent.click(await screen.findByRole('button', { name: 'Send nu' }))
  await vi.waitFor(() => expect(unsentOf('lead')).toEqual([]))
  expect(server.sent).toEqual([body])
})

it('offers nothing that arrived although nobody heard it, and forgets its draft', async () => {
  const server = await left(written)
  await vi.waitFor(() => expect(unsentOf('lead')).toEqual([]))
  expect(readDraft('lead', 'cpr-2014/comment/2/')).toBeUndefined()
  expect(server.sent).toEqual([])
  expect(screen.queryByRole('button')).toBeNull()
})

it('says why the server would not write it any more, and lets it be thrown away', async () => {
  await left({ status: 409, body: { title: 'Forældet', detail: 'En anden har gemt imens.' } })
  expect(await screen.findByText(/En anden har gemt imens\./)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send nu' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Smid den væk' }))
  expect(unsentOf('lead')).toEqual([])
})

it('leaves alone what another tab still sees to', async () => {
  const server = answers(wouldBe)
  vi.stubGlobal('fetch', server.fetcher)
  keepUnsent('lead', { id, path: '/x', body: JSON.stringify(body), what: 'x', form: '', until: Date.now() + 20_000 })
  await renderPage(<UnsentFacts subject="lead" />)
  expect(server.tried).toEqual([])
  leaveUnsent('lead', id)
  expect(unsentOf('lead').map(({ until }) => until)).toEqual([0])
})
