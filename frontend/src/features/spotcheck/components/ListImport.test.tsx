import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import type { SpotchecksPage } from '../wire'
import { ListImport } from './ListImport'

/** Stands in for the browser's request, which ends when the test says so. */
class SlowRequest {
  static last: SlowRequest
  upload = {}
  status = 200
  responseText = ''
  onprogress?: () => void
  onload?: () => void
  constructor() {
    SlowRequest.last = this
  }
  open() {}
  setRequestHeader() {}
  send() {}
  tell(line: object) {
    this.responseText += `${JSON.stringify(line)}\n`
    this.onprogress?.()
  }
}

afterEach(() => vi.unstubAllGlobals())

it('says from the first moment how far a list is, until it has been looked at', async () => {
  vi.stubGlobal('XMLHttpRequest', SlowRequest)
  const busy = vi.fn()
  const page = { goal: '3', today: '2014-10-02', list: null } as SpotchecksPage
  await renderPage(<ListImport page={page} contract="cpr-2014" onBusy={busy} />, '/c/cpr-2014')
  await userEvent.upload(screen.getByLabelText(/Slip kundelisten/), new File(['id;navn\nK1;En\n'], 'kunder.csv'))
  expect(screen.getByRole('status').textContent).toContain('Sender filen …')
  expect(busy.mock.calls).toEqual([[true]])
  act(() => SlowRequest.last.tell({ stage: 'read', done: 20_000, of: 0 }))
  expect(screen.getByRole('status').textContent).toContain('Læser: 20.000 kunder')
  SlowRequest.last.tell({ status: 200, answer: { population: { rows: 1_000_000, change: null }, same: false, fact: null } })
  act(() => SlowRequest.last.onload?.())
  expect(await screen.findByText('kunder.csv har 1.000.000 kunder.')).toBeTruthy()
  expect(screen.queryByText(/Læser/)).toBeNull()
  expect(busy.mock.calls).toEqual([[true], [false]])
})
