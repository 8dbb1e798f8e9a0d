import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Plot } from './Plot'

const rows = [
  { day: '2014-06-30', total: '12,5' },
  { day: '2014-09-30', total: '31,25' },
]
const columns = [
  { title: 'Dag', text: (row: (typeof rows)[number]) => row.day },
  { title: 'Opnået', number: true, text: (row: (typeof rows)[number]) => row.total },
]

/** Stands in for the plotting library: a picture with a style sheet of its own, and a datum under the pointer. */
function draw({ document }: { document: Document }) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  line.setAttribute('aria-label', 'line')
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'style'), line)
  return Object.assign(svg, { value: rows[1] })
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600)
  vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function textOf(blob: Blob | undefined): Promise<unknown> {
  return new Promise((done) => {
    const reader = new FileReader()
    reader.onload = () => done(reader.result)
    reader.readAsText(blob ?? new Blob())
  })
}

function show(onPick?: (datum: unknown) => void) {
  render(<Plot title="Året" label="Totalen over året" file="aaret" rows={rows} columns={columns} draw={draw} onPick={onPick} />)
}

it('names the picture, keeps foreign style sheets and names out, and tells which datum was pressed', () => {
  const picked: unknown[] = []
  show((datum) => picked.push(datum))
  const picture = screen.getByRole('img', { name: 'Totalen over året' })
  expect(picture.querySelector('style')).toBeNull()
  expect(picture.querySelector('[aria-label]')).toBeNull()
  fireEvent.click(picture)
  expect(picked).toEqual([rows[1]])
})

it('has the same figures as a table and as CSV', async () => {
  const user = userEvent.setup()
  const made: Blob[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: () => undefined })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  show()
  await user.click(screen.getByText('Vis som tabel'))
  expect(within(screen.getByRole('table')).getAllByRole('row').map((row) => row.textContent)).toEqual([
    'DagOpnået', '2014-06-3012,5', '2014-09-3031,25',
  ])
  await user.click(screen.getByRole('button', { name: /CSV/ }))
  expect(await textOf(made[0])).toBe('Dag;Opnået\r\n2014-06-30;12,5\r\n2014-09-30;31,25\r\n')
})
