import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { answers, sampleFact, sampleStep } from '@/shared/testing/samples'
import { AnnounceContext } from '@/shared/ui/announce'
import { StepForm } from './StepForm'

const today = '2014-10-02'
const closed = vi.fn()

function form(intent: 'update' | 'done' | 'move' = 'update') {
  return <StepForm contract="cpr-2014" goal="3" step={sampleStep()} today={today} intent={intent} onClose={closed} />
}

beforeEach(() => {
  closed.mockReset()
  Element.prototype.scrollIntoView = () => undefined
})

it('sends one fact with what was seen when the form opened', async () => {
  const server = answers({ status: 200, body: { fact: sampleFact({ leaf: -1 }) } }, { status: 201, body: { fact: sampleFact() } })
  vi.stubGlobal('fetch', server.fetcher)
  await renderPage(form('done'))
  await userEvent.click(screen.getByRole('button', { name: 'Meld færdig' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Send nu' }))
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(server.sent).toEqual([
    expect.objectContaining({
      expects: '01900000-0000-7000-8000-000000000001',
      status: 'done',
      day: today,
      progress: 100,
    }),
  ])
})

it('asks for a reason only when a date moves', async () => {
  await renderPage(form())
  expect(screen.queryByLabelText('Begrundelse')).toBeNull()
  const date = screen.getByLabelText('Forventet dato')
  await userEvent.clear(date)
  await userEvent.type(date, '2014-11-03')
  expect(screen.getByLabelText('Begrundelse')).toBeTruthy()
})

it('sends nothing where a date was to move and none did', async () => {
  const server = answers({ status: 200, body: { fact: sampleFact({ leaf: -1 }) } })
  vi.stubGlobal('fetch', server.fetcher)
  const said = vi.fn()
  await renderPage(<AnnounceContext value={said}>{form('move')}</AnnounceContext>)
  const wrong = 'Datoen er ikke flyttet. Vælg den dato, som trinnet nu ventes færdigt.'
  const date = screen.getByLabelText('Forventet dato')
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  expect(screen.getByText(wrong)).toBeTruthy()
  expect(said).toHaveBeenCalledWith(wrong)
  await userEvent.clear(date)
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  expect(date.getAttribute('aria-invalid')).toBe('true')
  expect(server.sent).toEqual([])
  await userEvent.type(date, '2014-11-03')
  expect(screen.queryByText(wrong)).toBeNull()
  await userEvent.type(screen.getByLabelText('Begrundelse'), 'Leverandøren er forsinket')
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  // A moved date can be taken back for ten seconds, as what closes a step can.
  expect(await screen.findByRole('button', { name: 'Fortryd' })).toBeTruthy()
  expect(server.tried).toEqual([expect.objectContaining({ expected: '2014-11-03', reason: 'Leverandøren er forsinket' })])
  expect(server.sent).toEqual([])
})

it('asks about a step that is done before what it waits for, and about a day far back', async () => {
  const step = sampleStep({ waiting: ['web.specified'] })
  await renderPage(
    <StepForm contract="cpr-2014" goal="3" step={step} waits={['Kravene er skrevet']} today={today} intent="done" onClose={closed} />,
  )
  expect(screen.getByText('Trinnet venter på: Kravene er skrevet. Det er ikke meldt færdigt endnu.')).toBeTruthy()
  expect(screen.queryByText(/Er dagen rigtig/)).toBeNull()
  const date = screen.getByLabelText('Dagen, det skete')
  await userEvent.clear(date)
  await userEvent.type(date, '2014-01-01')
  expect(screen.getByText('1. januar 2014 er 274 dage siden. Er dagen rigtig?')).toBeTruthy()
})

it('names the plan’s day and the agreed deadline apart', async () => {
  await renderPage(
    <StepForm contract="cpr-2014" goal="3" step={sampleStep({ planned: '2014-08-29', due: '2014-12-31' })} today={today} intent="update" onClose={closed} />,
  )
  expect(screen.getByText(/^Planlagt: 29. august 2014. Aftalt frist: 31. december 2014./)).toBeTruthy()
})

it('shows what is wrong at the field, and keeps text and id for the next try', async () => {
  const server = answers(
    {
      status: 422,
      body: { title: 'Noget mangler', errors: [{ location: 'body.note', message: 'Bemærkningen er for lang' }] },
    },
    { status: 201, body: { fact: sampleFact() } },
  )
  vi.stubGlobal('fetch', server.fetcher)
  await renderPage(form())
  await userEvent.type(screen.getByLabelText('Bemærkning'), 'Prøvet')
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  const note = await screen.findByRole('textbox', { name: 'Bemærkning', description: /for lang/ })
  expect(note).toHaveProperty('value', 'Prøvet')
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  const [first, second] = server.sent as { id: string }[]
  expect(second?.id).toBe(first?.id)
})

it('shows both versions when someone was faster, and sends mine on top when asked', async () => {
  const theirs = sampleFact({
    id: '01900000-0000-7000-8000-000000000002',
    actor: { subject: 'l2', name: 'Lars Lind', role: 'lead' },
    body: { status: 'started', progress: 80, expected: '2014-11-28', owner: 'Lars Lind' },
  })
  const server = answers(
    { status: 409, body: { title: 'Forældet', current: theirs } },
    { status: 201, body: { fact: sampleFact() } },
  )
  vi.stubGlobal('fetch', server.fetcher)
  await renderPage(form())
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  const progress = await screen.findByRole('row', { name: /Fremdrift/ })
  expect(progress.textContent).toBe('Fremdrift i %8030')
  // What mine does not touch stays as theirs has it; it is no deletion.
  expect(screen.getByRole('row', { name: /Forventet/ }).textContent).toBe('Forventet28. november 201428. november 2014')
  expect(screen.getByRole('row', { name: /Ansvarlig/ }).textContent).toBe('AnsvarligLars LindLars Lind')
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'En anden har gemt imens' }))
  await userEvent.click(screen.getByRole('button', { name: 'Gem min oven på' }))
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(server.sent[1]).toEqual(expect.objectContaining({ expects: theirs.id, progress: 30, expected: '', owner: '' }))
})

it('says what became of it when theirs is kept', async () => {
  const theirs = sampleFact({ actor: { subject: 'l2', name: 'Lars Lind', role: 'lead' } })
  vi.stubGlobal('fetch', answers({ status: 409, body: { title: 'Forældet', current: theirs } }).fetcher)
  const said = vi.fn()
  await renderPage(<AnnounceContext value={said}>{form()}</AnnounceContext>)
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Behold den andens' }))
  expect(closed).toHaveBeenCalled()
  expect(said).toHaveBeenCalledWith('Det, Lars Lind har gemt, gælder. Din ændring er ikke gemt.')
})

it('keeps the text when the session has ended, and leads to the login', async () => {
  vi.stubGlobal('fetch', answers({ status: 401, body: { title: 'Ikke logget ind' } }).fetcher)
  const { unmount } = await renderPage(form())
  await userEvent.type(screen.getByLabelText('Bemærkning'), 'Må ikke gå tabt')
  await userEvent.click(screen.getByRole('button', { name: 'Gem' }))
  expect(await screen.findByRole('link', { name: 'Log ind igen' })).toBeTruthy()
  unmount()
  await renderPage(form())
  expect(screen.getByLabelText('Bemærkning')).toHaveProperty('value', 'Må ikke gå tabt')
})
