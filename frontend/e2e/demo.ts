import { test as base } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export { expect } from '@playwright/test'

/** A demo of the spec's own, stopped at a day of the story; it ends with the spec. */
async function start(until: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'opfyldt-'))
  const binary = process.env.BINARY ?? resolve(import.meta.dirname, '../../bin/opfyldt')
  const server = spawn(binary, ['demo', '--until', until, '--listen', '127.0.0.1:0', '--data', join(folder, 'data')])
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  const stop = async () => {
    server.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (match) found(match[0])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('error', failed)
    void ended.then(() => failed(new Error(`the demo did not start: ${said}`)))
  })
  return { address, stop }
}

/**
 * `test` whose addresses lead to a demo that no other story writes to: a spec
 * file says `test.use({ story: 'its-name' })` and, if need be, until which day.
 */
export const test = base.extend<object, { story: string; until: string; demo: string }>({
  story: ['', { option: true, scope: 'worker' }],
  until: ['2014-10-02', { option: true, scope: 'worker' }],
  demo: [
    async ({ story, until }, use) => {
      if (story === '') throw new Error('name the story: test.use({ story: … })')
      const { address, stop } = await start(until)
      await use(address)
      await stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo),
})
