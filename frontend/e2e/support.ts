import { expect, type Page } from '@playwright/test'

export const contract = '/c/cpr-2014'

export const users = {
  lead: 'projektleder',
  auditor: 'revisor',
  auditor2: 'revisor',
  management: 'ledelse',
  management2: 'ledelse',
  department: 'departement',
  admin: 'administrator',
} as const

export type User = keyof typeof users

/** Logs in through the development provider, as a person does. */
export async function login(page: Page, user: User, to = contract): Promise<void> {
  await page.goto(to)
  await page.getByRole('link', { name: /^(Log ind|Log in)$/ }).click()
  await page.locator(`button[value="${user}"]`).click()
  await expect(page.locator('main h1')).toBeVisible()
}

/**
 * Nothing that the content security policy refused, and no error of our own. The
 * answer that nobody is logged in is how the login page comes up; a journey names
 * what else it is refused.
 */
export function collectErrors(page: Page, ...refused: number[]): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const told = [401, ...refused].some((status) => message.text().includes(`status of ${status}`))
    if (message.type() === 'error' && !told) errors.push(message.text())
  })
  return errors
}

/** Does not wait out the ten seconds in which one can think better of it. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send nu' }).click()
  await expect(page.getByRole('button', { name: 'Send nu' })).toHaveCount(0)
}

/** The total as the overview prints it. */
export async function total(page: Page): Promise<string> {
  return (await page.locator('.total-figure a').first().textContent()) ?? ''
}

/** Keeps a picture of the page among the run's artefacts. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true })
}
