import { expect, it } from 'vitest'
import { ApiProblem } from '@/shared/api/client'
import type { Fact } from '@/shared/api/wire'
import { insisted, kept, sendAll, waiting, type Typed, type WrittenReview } from './queue'

const typed = (number: number, id: string, at = number): Typed => ({
  id, number, at, subject: 'auditor', contract: 'cpr-2014', goal: '3', round: '2014-1', day: '2014-10-02', expects: '',
  clauses: [{ clause: 'a', finding: 'kept' }], reason: '',
})

/** A server that knows each customer's newest review and each id, and a device beside it. */
function world(...reviews: WrittenReview[]) {
  const device = new Map(reviews.map((one) => [one.id, one]))
  const newest = new Map<number, string>()
  const written: string[] = []
  let trouble: Error | undefined
  let lost = false
  const post = {
    send: ({ id, number }: WrittenReview, expects: string) => {
      if (trouble) return Promise.reject(trouble)
      if (!written.includes(id)) {
        const current = newest.get(number) ?? ''
        if (current !== expects) return Promise.reject(new ApiProblem({ status: 409, current: { id: current } as Fact }))
        newest.set(number, id)
        written.push(id)
      }
      // Written, and the answer was lost on the way.
      return lost ? Promise.reject(new TypeError('no network')) : Promise.resolve()
    },
    keep: (one: WrittenReview) => Promise.resolve(device.set(one.id, one)),
    sent: ({ id }: WrittenReview) => Promise.resolve(device.delete(id)),
  }
  return {
    device, newest, written,
    send: () => sendAll([...device.values()], post),
    network: (error?: Error, answers = true) => {
      trouble = error
      lost = !answers
    },
  }
}

it('sends in the order of writing, and takes what arrived off the device', async () => {
  const { written, device, send } = world(kept(typed(2, 'second')), kept(typed(1, 'first')))
  expect(await send()).toBeUndefined()
  expect(written).toEqual(['first', 'second'])
  expect(device.size).toBe(0)
})

it('writes once what arrived although nobody heard it', async () => {
  const { written, device, send, network } = world(kept(typed(1, 'first')))
  network(undefined, false)
  expect(await send()).toBe('silent')
  expect(device.get('first')?.tried).toBe(true)
  network()
  expect(await send()).toBeUndefined()
  expect(written).toEqual(['first'])
})

it('follows its own earlier text that had arrived', async () => {
  const { written, newest, device, send, network } = world(kept(typed(1, 'first')))
  network(undefined, false)
  await send()
  const again = kept(typed(1, 'better', 5), device.get('first'))
  expect(again.earlier).toEqual(['first'])
  device.delete('first')
  device.set(again.id, again)
  network()
  expect(await send()).toBeUndefined()
  expect([written, newest.get(1), device.size]).toEqual([['first', 'better'], 'better', 0])
})

it('replaces a text that was never on its way', () => {
  expect(kept(typed(1, 'better'), kept(typed(1, 'first'))).earlier).toEqual([])
})

it('stops where nobody answers or the login has run out, and loses nothing', async () => {
  const { device, send, network } = world(kept(typed(1, 'first')), kept(typed(2, 'second')))
  for (const [trouble, stopped] of [
    [new TypeError('no network'), 'silent'],
    [new ApiProblem({ status: 503 }), 'silent'],
    [new ApiProblem({ status: 429 }), 'silent'],
    [new ApiProblem({ status: 401 }), 'login'],
  ] as const) {
    network(trouble)
    expect(await send()).toBe(stopped)
    expect(waiting([...device.values()]).map(({ id }) => id)).toEqual(['first', 'second'])
  }
})

it('keeps what is refused with the reason, and sends the next', async () => {
  const { device, newest, written, send } = world(kept(typed(1, 'mine')), kept(typed(2, 'second')))
  newest.set(1, 'theirs')
  expect(await send()).toBeUndefined()
  expect(written).toEqual(['second'])
  expect(device.get('mine')?.held?.current?.id).toBe('theirs')
  // Held, it is not sent by itself again.
  await send()
  expect(written).toEqual(['second'])
})

it('goes over the other’s review with a reason, once', async () => {
  const { device, newest, written, send } = world(kept(typed(1, 'mine')))
  newest.set(1, 'theirs')
  await send()
  const mine = device.get('mine') as WrittenReview
  device.delete('mine')
  device.set('over', insisted(mine, 'theirs', 'Jeg har set listen.', 'over'))
  expect(await send()).toBeUndefined()
  expect([written, newest.get(1)]).toEqual([['over'], 'over'])
})
