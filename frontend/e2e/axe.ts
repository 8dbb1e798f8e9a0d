import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const plain = { colorScheme: 'light', contrast: null, forcedColors: null } as const

/** What a page's colours follow; the page stays where it is while they change. */
const themes = {
  light: plain,
  dark: { ...plain, colorScheme: 'dark' },
  'more contrast': { ...plain, contrast: 'more' },
  'forced colours': { ...plain, forcedColors: 'active' },
} as const

export type Theme = keyof typeof themes

// Between themes only colours differ: the whole of axe runs in the first, these in the others.
const byColour: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

let checked = 0

/** Holds the page as it stands to axe, in the themes, the first of them whole. */
export async function axe(page: Page, state: string, inThemes: Theme[]): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  for (const name of inThemes) {
    const media = themes[name]
    await page.emulateMedia(media)
    const violations = await page.evaluate(
      (options) => (window as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(options).then((all) => all.violations),
      name === inThemes[0] ? {} : byColour,
    )
    const said = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)
    expect.soft(said, `${state}, ${name}`).toEqual([])
    checked++
  }
  await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null })
}

/** Says how much was held to axe since the last time it was asked. */
export function tellChecked(what: string): void {
  process.stdout.write(`axe: ${String(checked)} combinations of ${what} checked\n`)
  checked = 0
}
