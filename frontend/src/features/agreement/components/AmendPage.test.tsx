import type { QueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { keys } from '@/shared/api/keys'
import { renderPage } from '@/shared/testing/render'
import { AmendPage } from './AmendPage'

const id = 'cpr-2014'
const found = { comparison: { changes: [], lines: [] }, faulty: false, outline: null, problems: [] }

/** The contract as the server tells it when this is its newest version. */
function tell(client: QueryClient, newest: number) {
  client.setQueryData(keys.file(id, newest), { version: newest, source: `version: ${String(newest)}` })
  client.setQueryData(keys.text(id, undefined), {
    canDraft: true,
    canPropose: true,
    to: '2014-12-31',
    versions: Array.from({ length: newest + 1 }, (_, version) => ({ version })),
  })
}

function prepare(newest: number) {
  return (client: QueryClient) => {
    client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false } })
    client.setQueryDefaults(['check'], { queryFn: () => found })
    client.setQueryData(keys.session, { subject: 'anna', today: '2014-06-01', operations: [] })
    tell(client, newest)
  }
}

const area = () => screen.getByLabelText<HTMLTextAreaElement>('Kontraktens fil, som den skal være')

beforeEach(() => localStorage.clear())

it('writes nothing while looking back', async () => {
  await renderPage(<AmendPage />, '/c/cpr-2014?asOf=2014-03-01', prepare(1))
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('link', { name: 'Tilbage til i dag' }).getAttribute('href')).toBe('/c/cpr-2014')
})

it('keeps the writing when a newer version comes, and asks what becomes of it', async () => {
  const first = await renderPage(<AmendPage />, '/c/cpr-2014', prepare(1))
  await userEvent.type(area(), ' # mit')
  act(() => tell(first.client, 2))
  expect(await screen.findByText(/^Udkastet er skrevet på udgave 1; siden er udgave 2 kommet til/)).toBeTruthy()
  expect(area().value).toBe('version: 1 # mit')
  first.unmount()

  await renderPage(<AmendPage />, '/c/cpr-2014', prepare(2))
  expect(area().value).toBe('version: 1 # mit')
  const next = screen.getByRole('button', { name: 'Videre: send til godkendelse' })
  expect(next.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('Vælg først, hvad der skal ske med udkastet.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Arbejd videre med udkastet' }))
  expect(screen.queryByText(/^Udkastet er skrevet på/)).toBeNull()
  expect(area().value).toBe('version: 1 # mit')
})

it('begins from the newest version on request, and follows it while nobody has written', async () => {
  const { client } = await renderPage(<AmendPage />, '/c/cpr-2014', prepare(1))
  act(() => tell(client, 2))
  expect(await screen.findByDisplayValue('version: 2')).toBeTruthy()
  await userEvent.type(area(), ' # mit')
  act(() => tell(client, 3))
  await userEvent.click((await screen.findAllByRole('button', { name: 'Begynd forfra med udgave 3' }))[0]!)
  expect(area().value).toBe('version: 3')
  expect(screen.queryByRole('alert')).toBeNull()
})
