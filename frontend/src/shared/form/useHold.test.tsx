import { act, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePlaces } from '@/shared/form/places'
import { unsentOf } from '@/shared/form/unsent'
import { StepForm } from '@/shared/report/StepForm'
import { renderPage } from '@/shared/testing/render'
import { answers, sampleFact, sampleStep } from '@/shared/testing/samples'

const closed = vi.fn()
const wouldBe = { status: 200, body: { fact: sampleFact({ leaf: -1, sentence: 'Web-systemet: færdig 2. oktober 2014' }) } }
const recorded = { status: 201, body: { fact: sampleFact() } }

/** The form of a step that is about to be reported done, waiting out its ten seconds. */
async function waiting(...next: Parameters<typeof answers>) {
  const server = answers(wouldBe, ...next)
  vi.stubGlobal('fetch', server.fetcher)
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const page = await renderPage(
    <StepForm contract="cpr-2014" goal="3" step={sampleStep()} today="2014-10-02" intent="done" onClose={closed} />,
    '/c/cpr-2014?form=done&on=web.built',
  )
  await user.type(screen.getByLabelText('Bemærkning'), 'Prøvet')
  await user.click(screen.getByRole('button', { name: 'Meld færdig' }))
  const undo = await screen.findByRole('button', { name: 'Fortryd' })
  return { server, user, undo, ...page }
}

function visibility(state: 'hidden' | 'visible') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  closed.mockReset()
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('shows what would be recorded, and writes nothing yet', async () => {
  const { server, undo } = await waiting()
  expect(screen.getByText('Web-systemet: færdig 2. oktober 2014')).toBeTruthy()
  expect(document.activeElement).toBe(undo)
  expect(undo.getAttribute('aria-describedby')).toContain('left')
  expect(server.tried).toHaveLength(1)
  expect(server.sent).toEqual([])
  // Kept from now on, whatever happens to the tab.
  expect(unsentOf('').map(({ body }) => JSON.parse(body) as unknown)).toEqual(server.tried)
})

it('goes back to the form when taken back, with everything that was typed', async () => {
  const { server, user, undo } = await waiting()
  await user.click(undo)
  expect(screen.getByLabelText('Bemærkning')).toHaveProperty('value', 'Prøvet')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Meld færdig' }))
  act(() => void vi.advanceTimersByTime(20_000))
  expect(server.sent).toEqual([])
  expect(closed).not.toHaveBeenCalled()
  expect(unsentOf('')).toEqual([])
})

it('lets another form be opened meanwhile', async () => {
  await waiting()
  const { result } = renderHook(() => usePlaces())
  expect(result.current).toEqual([{ form: 'done', on: 'web.built' }])
})

it('is offered again where it could not be sent once the page was left', async () => {
  const { unmount } = await waiting({ status: 503, body: { title: 'Nede' } })
  unmount()
  await vi.waitFor(() => expect(unsentOf('').map(({ until }) => until)).toEqual([0]))
})

it('writes by itself after ten seconds and says half way how many are left', async () => {
  const { server } = await waiting(recorded)
  const voice = screen.getAllByRole('status').find((one) => one.textContent?.includes('tilbage'))
  expect(voice?.textContent).toBe('10 sekunder tilbage')
  act(() => void vi.advanceTimersByTime(5_500))
  expect(voice?.textContent).toBe('5 sekunder tilbage')
  expect(server.sent).toEqual([])
  act(() => void vi.advanceTimersByTime(5_000))
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(server.sent).toEqual(server.tried)
})

it('writes at once when the tab is left', async () => {
  const { server } = await waiting(recorded)
  visibility('hidden')
  await vi.waitFor(() => expect(server.sent).toHaveLength(1))
})

it('writes at once when another page is opened, and forgets the draft', async () => {
  const { server, unmount } = await waiting(recorded)
  unmount()
  await vi.waitFor(() => expect(server.sent).toHaveLength(1))
  await vi.waitFor(() => expect(Object.keys(localStorage).filter((name) => name.startsWith('opfyldt.draft.'))).toEqual([]))
  expect(closed).not.toHaveBeenCalled()
})

it('shows both versions when somebody was faster meanwhile', async () => {
  const theirs = sampleFact({ id: '01900000-0000-7000-8000-000000000002', body: { status: 'dropped' } })
  const { server, user } = await waiting({ status: 409, body: { title: 'Forældet', current: theirs } }, wouldBe, recorded)
  await user.click(screen.getByRole('button', { name: 'Send nu' }))
  await user.click(await screen.findByRole('button', { name: 'Gem min oven på' }))
  await user.click(await screen.findByRole('button', { name: 'Send nu' }))
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(server.sent[1]).toEqual(expect.objectContaining({ expects: theirs.id, note: 'Prøvet' }))
})
