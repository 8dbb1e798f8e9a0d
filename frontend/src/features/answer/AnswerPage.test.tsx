import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { answers } from '@/shared/testing/samples'
import { AnswerPage } from './AnswerPage'
import type { AnswerForm } from './api'

const form: AnswerForm = {
  agency: 'CPR-kontoret',
  answered: false,
  closed: false,
  closes: '2014-09-20',
  dontKnow: null,
  least: 5,
  name: 'Din mening om CPR',
  questions: [{ overall: true, title: { da: 'Hvor tilfreds er du?', en: 'How satisfied are you?' } }],
  remark: { da: 'Hvad kan vi gøre bedre?', en: 'What could we do better?' },
  scale: [
    { da: 'utilfreds', en: 'dissatisfied' },
    { da: 'tilfreds', en: 'satisfied' },
  ],
}

beforeEach(() => localStorage.clear())

async function filled(...next: Parameters<typeof answers>) {
  const server = answers({ status: 200, body: form }, ...next)
  vi.stubGlobal('fetch', server.fetcher)
  await renderPage(<AnswerPage />, '/c/cpr-2014#abcdefghijklmnop')
  fireEvent.click(await screen.findByLabelText('tilfreds'))
  fireEvent.change(screen.getByLabelText(/Hvad kan vi gøre bedre/), { target: { value: 'Svar hurtigere.' } })
  expect(Object.keys(localStorage)).toEqual(['opfyldt-answer-abcdefghijkl'])
  return server
}

it('sends once after two clicks, and leaves nothing of the answer behind', async () => {
  const server = await filled({ status: 200, body: {} }, { status: 409, body: { title: 'Besvaret' } })
  const send = screen.getByRole('button', { name: 'Send svar' })
  fireEvent.click(send)
  fireEvent.click(send)
  await screen.findByRole('heading', { name: 'Tak for dit svar' })
  expect(server.sent).toHaveLength(2) // the form was asked for, and the answer sent
  expect(Object.keys(localStorage)).toEqual([])
})

it('leaves nothing behind where the answer had come through before', async () => {
  await filled({ status: 409, body: { title: 'Besvaret' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send svar' }))
  await screen.findByRole('heading', { name: 'Tak for dit svar' })
  expect(Object.keys(localStorage)).toEqual([])
})

it('keeps the answer where it did not come through', async () => {
  await filled({ status: 500, body: { title: 'Fejl', detail: 'Prøv igen.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Send svar' }))
  await screen.findByText('Prøv igen.')
  expect(Object.keys(localStorage)).toEqual(['opfyldt-answer-abcdefghijkl'])
})
