import { test as base } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export { expect } from '@playwright/test'

/** A demo of the spec's own, stopped at a day of the story; it ends with the spec. */
export class Demo {
  address = ''
  private server: ChildProcess | undefined
  private ended = Promise.resolve()

  private constructor(private readonly folder: string) {}

  static async at(day: string): Promise<Demo> {
    const demo = new Demo(await mkdtemp(join(tmpdir(), 'opfyldt-')))
    await demo.start(day, '127.0.0.1:0')
    return demo
  }

  /** Lets time pass: the same data, at the same address, on a later day. Whoever was logged in still is. */
  async turnTo(day: string): Promise<void> {
    await this.halt()
    await this.start(day, new URL(this.address).host)
  }

  async stop(): Promise<void> {
    await this.halt()
    await rm(this.folder, { recursive: true, force: true })
  }

  private async halt(): Promise<void> {
    this.server?.kill()
    await this.ended
  }

  private async start(until: string, listen: string): Promise<void> {
    const binary = process.env.BINARY ?? resolve(import.meta.dirname, '../../bin/opfyldt')
    const server = spawn(binary, ['demo', '--until', until, '--listen', listen, '--data', join(this.folder, 'data')])
    this.server = server
    this.ended = new Promise<void>((done) => server.once('exit', () => done()))
    let said = ''
    this.address = await new Promise<string>((found, failed) => {
      const listenTo = (chunk: Buffer) => {
        said += chunk.toString()
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
        if (match) found(match[0])
      }
      server.stdout.on('data', listenTo)
      server.stderr.on('data', listenTo)
      server.once('error', failed)
      void this.ended.then(() => failed(new Error(`the demo did not start: ${said}`)))
    })
  }
}

/**
 * `test` whose addresses lead to a demo that no other story writes to: a spec
 * file says `test.use({ story: 'its-name' })` and, if need be, until which day.
 */
export const test = base.extend<object, { story: string; until: string; demo: Demo }>({
  story: ['', { option: true, scope: 'worker' }],
  until: ['2014-10-02', { option: true, scope: 'worker' }],
  demo: [
    async ({ story, until }, use) => {
      if (story === '') throw new Error('name the story: test.use({ story: … })')
      const demo = await Demo.at(until)
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, use) => use(demo.address),
})
