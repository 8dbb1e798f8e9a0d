import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import type { FileProblem } from '@/shared/api/wire'
import { SourceEditor } from './SourceEditor'

const text = 'format: opfyldt-contract/1\nid: æøå\nversion: x\n'
const problem: FileProblem = {
  line: 3,
  column: 10,
  field: 'version',
  wrong: 'er "x"',
  right: 'skriv et helt tal fra 0',
  severity: 'error',
}

function Editor({ problems, checking = false }: { problems: FileProblem[]; checking?: boolean }) {
  const [value, setValue] = useState(text)
  return <SourceEditor label="Filen" value={value} problems={problems} checking={checking} onChange={setValue} />
}

function area() {
  const found = screen.getByLabelText('Filen')
  if (!(found instanceof HTMLTextAreaElement)) throw new Error('the editor is no text area')
  return found
}

// Nothing scrolls in the tests' document.
Element.prototype.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

it('tells what is wrong at which line, and takes the cursor there', async () => {
  await renderPage(<Editor problems={[problem]} />)
  expect(screen.getByRole('listitem').textContent).toContain('er "x"; skriv et helt tal fra 0')
  await userEvent.click(screen.getByRole('button', { name: 'Linje 3' }))
  expect(document.activeElement).toBe(area())
  expect(text.slice(area().selectionStart, area().selectionEnd)).toBe('version: x')
})

it('numbers every line, and marks the faulty one', async () => {
  const { container } = await renderPage(<Editor problems={[problem]} />)
  const numbers = [...container.querySelectorAll('.source-gutter span')]
  expect(numbers.map((one) => one.textContent)).toEqual(['1', '2', '3', '4'])
  expect(numbers.filter((one) => one.className === 'error').map((one) => one.textContent)).toEqual(['3'])
  await userEvent.type(area(), '\n')
  expect(container.querySelectorAll('.source-gutter span')).toHaveLength(5)
})

it('says that it is checking, and that all is well', async () => {
  const { unmount } = await renderPage(<Editor problems={[]} checking />)
  expect(screen.getByText('Kontrollerer …')).toBeTruthy()
  unmount()
  await renderPage(<Editor problems={[]} />)
  expect(screen.getByText('Ingen fejl fundet.')).toBeTruthy()
})

it('does not call an empty file faultless', async () => {
  await renderPage(<Editor problems={[]} />)
  await userEvent.clear(area())
  expect(screen.getByText('Filen er tom.')).toBeTruthy()
  expect(screen.queryByText('Ingen fejl fundet.')).toBeNull()
})
