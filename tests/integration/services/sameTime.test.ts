import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiSettings } from '../../../electron/api/caller.ts'
import { createApiClient } from '../../../electron/api/client.ts'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import type { Sandbox } from '../../../electron/sandbox/server.ts'
import type { Result } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { areToldApart, distance, distanceAt } from '../../fixtures/distributions.ts'
import { openOfficeKiosk, type OfficePage } from '../../fixtures/accounts/officeKiosk.ts'
import { formTo } from '../../fixtures/accounts/registrationForms.ts'
import { accessTo } from '../../fixtures/outbox/outboxKiosk.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'

/** Of one comparison; with three of them a run of these tests raises a false alarm less than once in 30,000. Known and unknown take turns at random, so what the machine does besides is the same for both. */
const LEVEL = 1e-5
const HOUR = 3_600_000
const WARMING_UP = 10
/** Another for each answer: when a code expires, the page of a registration, its picture, and the name by which the kiosk knows it. */
const OF_EACH = ['expiresAt', 'page', 'path', 'begunId']

const kinds = ['known', 'unknown'] as const
type Kind = (typeof kinds)[number]

const known = sampleLogins.registered.login
/** As long as the one that is registered, and masked in the same way. */
const unknown = (): string => known.replace(/(?<=^.)[a-z]+\.[a-z]+/u, (name) => name.replace(/[a-z]/gu, () => String.fromCharCode(97 + randomInt(26))))
const loginOf = (kind: Kind): string => (kind === 'known' ? known : unknown())

let access: ApiSettings
let stop: () => Promise<unknown>
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-mails-'))
  const worker = new Worker(new URL('../../fixtures/processes/patientSandbox.ts', import.meta.url), { workerData: { folder } })
  const [announced] = (await once(worker, 'message')) as [Sandbox]
  access = accessTo(announced)
  stop = async () => {
    worker.postMessage('stop')
    await once(worker, 'exit')
    rmSync(folder, { recursive: true })
  }
})
afterAll(() => stop())

/** A call that is slower for one of them by so many milliseconds. */
type Slower = { kind: Kind; by: number } | null

function openKiosk(slower: Slower) {
  const api = createApiClient({ ...access, log: silentLog, clock: fakeClock() })
  const isSlow = (login: string): boolean => slower !== null && (login === known ? 'known' : 'unknown') === slower.kind
  async function askForRenewal(login: string) {
    if (isSlow(login)) await wait(slower?.by)
    return api.customers.askForRenewal(login)
  }
  const clock = fakeClock()
  return { clock, api, kiosk: openOfficeKiosk({ api: { customers: { ...api.customers, askForRenewal } }, clock }) }
}

type Ask = (page: OfficePage, login: string) => Promise<Result<unknown>>

/** What is answered, without what is another for each answer, and how many milliseconds it took, for so many tries of each kind in an order of chance. */
async function measure(ask: Ask, tries: number, slower: Slower = null) {
  const { clock, api, kiosk } = openKiosk(slower)
  const took: Record<Kind, number[]> = { known: [], unknown: [] }
  const words = new Set<string>()
  for (const [index, kind] of [...shuffled(WARMING_UP), ...shuffled(tries)].entries()) {
    const page = kiosk.load()
    // Long enough for the kiosk to have forgotten every try before.
    clock.advance(HOUR)
    const login = loginOf(kind)
    const begun = performance.now()
    const answer = await ask(page, login)
    const milliseconds = performance.now() - begun
    words.add(JSON.stringify(answer, (name, value: unknown) => (OF_EACH.includes(name) ? '…' : value)))
    if (index >= 2 * WARMING_UP) took[kind].push(milliseconds)
  }
  await api.close()
  return { ...took, words: [...words] }
}

/** So many of each. */
function shuffled(tries: number): Kind[] {
  const order = kinds.flatMap((kind) => Array<Kind>(tries).fill(kind))
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    ;[order[last], order[other]] = [order[other] as Kind, order[last] as Kind]
  }
  return order
}

const renewal: Ask = (page, login) => page.call('signIn.askForRenewal', { login })

describe('known and unknown are answered in the same words and the same time', () => {
  it.each<[string, number, Ask]>([
    ['at the sign-in', 100, (page, login) => page.call('signIn.enter', { login, password: PASSWORD })],
    ['where somebody does not remember', 200, renewal],
    ['at a registration', 100, (page, email) => page.call('registration.send', formTo('invoice', email))],
  ])('%s', async (_where, tries, ask) => {
    const { known: ofKnown, unknown: ofUnknown, words } = await measure(ask, tries)
    expect(words).toHaveLength(1)
    expect(distance(ofKnown, ofUnknown)).toBeLessThan(distanceAt(LEVEL, tries))
  })

  it('which would show if one of them took two milliseconds more', async () => {
    // A busy machine hides them from few tries, not from many.
    let isTold = false
    for (let tries = 200; !isTold && tries <= 3_200; tries *= 2) {
      const took = await measure(renewal, tries, { kind: 'unknown', by: 2 })
      isTold = areToldApart(took.known, took.unknown, LEVEL)
    }
    expect(isTold).toBe(true)
  })
})

it('how far two samples lie apart is 0 for the same, 1 for what does not overlap, and seldom much between', () => {
  expect(distance([1, 2, 3], [3, 1, 2])).toBe(0)
  expect(distance([1, 2, 3], [4, 5, 6])).toBe(1)
  expect(distance([1, 2, 3, 4], [1, 3, 3, 5])).toBe(0.25)
  // Of tables: for 1 in 20 and two samples of 100 it is 0.192.
  expect(distanceAt(0.05, 100)).toBeCloseTo(0.192, 3)
})
