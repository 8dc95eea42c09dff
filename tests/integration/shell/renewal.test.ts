import { readdirSync, readlinkSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Renew } from '../../../electron/application.ts'
import { systemClock, type Clock } from '../../../electron/clock.ts'
import { compose } from '../../../electron/compose.ts'
import { readSettings } from '../../../electron/config.ts'
import { createRecentLines } from '../../../electron/log/recent.ts'
import { readPageFiles } from '../../../electron/shell/files.ts'
import { DataDirectoryUnusable, lockDataDirectory } from '../../../electron/shell/lock.ts'
import { startLoopback } from '../../../electron/shell/loopback.ts'
import { startRenewable } from '../../../electron/shell/renewal.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { cookieFor, openPage, pageFolder, quiet, temporaryFolder } from '../../fixtures/shell/loopback.ts'

/** The program as the browser shell puts it together, in this process. The test can let time pass; what is given up is given up late. */
async function setUp() {
  let skipped = 0
  const clock: Clock = {
    now: systemClock.now,
    elapsed: () => systemClock.elapsed() + skipped,
    after: (milliseconds, action) => systemClock.after(10 * milliseconds, action),
  }
  const dataDir = temporaryFolder()
  const lock = lockDataDirectory(dataDir)
  const settings = { ...readSettings(['--data-dir', dataDir], {}), sampleAccounts: 2 }
  const renewals: Renew[] = []
  const giveUp = vi.fn()
  const application = await startRenewable({
    clock,
    log: quiet,
    giveUp,
    start(renew) {
      renewals.push(renew)
      return compose({ settings, log: quiet, clock, recentLines: createRecentLines(), renew })
    },
  })
  const loopback = await startLoopback({ port: 0, files: readPageFiles(pageFolder()), application, clock, log: quiet })
  onTestFinished(async () => {
    await loopback.stop()
    await application.stop()
    lock.release()
  })
  const url = loopback.address()
  const page = await openPage(new URL(url).origin, { cookie: await cookieFor(url) })
  return { dataDir, renewals, giveUp, page, passTenMinutes: () => (skipped += 10 * 60_000) }
}

type TestPage = Awaited<ReturnType<typeof setUp>>['page']

let lastId = 0

async function call({ socket, received }: TestPage, channel: string, request: object): Promise<unknown> {
  const id = (lastId += 1)
  socket.send(JSON.stringify({ id, channel, request }))
  return eventually(() => {
    const answer = received.find((message) => (message as { id?: number }).id === id)
    expect(answer).toBeDefined()
    return (answer as { result: unknown }).result
  })
}

const eventsOf = ({ received }: TestPage): { event: string; payload: unknown }[] =>
  received.filter((message): message is { event: string; payload: unknown } => typeof message === 'object' && message !== null && 'event' in message)

/** Until the page has heard how the next application stands. */
const renewed = (page: TestPage, from: number) =>
  eventually(() => {
    const names = eventsOf(page)
      .slice(from)
      .map(({ event }) => event)
    expect(names).toEqual(expect.arrayContaining(['session.ended', 'kiosk.described', 'kiosk.status']))
  })

test('a page on its WebSocket survives a renewal: the visit ends, the screen is fresh, and the data directory stays ours', async () => {
  const { dataDir, renewals, page, giveUp } = await setUp()
  expect(await call(page, 'kiosk.status', {})).toMatchObject({ ok: true })
  const from = eventsOf(page).length
  renewals[0]?.('directive')
  expect(() => lockDataDirectory(dataDir)).toThrow(DataDirectoryUnusable)
  const meanwhile = call(page, 'kiosk.describe', {})
  await renewed(page, from)
  expect(eventsOf(page)[from]).toEqual({ event: 'session.ended', payload: { reason: 'recovery' } })
  expect(await meanwhile).toMatchObject({ ok: true, value: { configured: true } })
  expect(await call(page, 'session.activity', { mode: 'reading', accessible: false })).toEqual({ ok: true, value: {} })
  expect(() => lockDataDirectory(dataDir)).toThrow(DataDirectoryUnusable)
  expect([renewals.length, page.socket.readyState, giveUp.mock.calls.length]).toEqual([2, page.socket.OPEN, 0])
})

/** What the process holds: threads, ports to them, timers, and files of the data directory. */
function held(dataDir: string) {
  const resources = process.getActiveResourcesInfo()
  const count = (kind: string): number => resources.filter((name) => name === kind).length
  const files = readdirSync('/proc/self/fd').filter((fd) => linkOf(`/proc/self/fd/${fd}`).startsWith(dataDir)).length
  return { threads: readdirSync('/proc/self/task').length, ports: count('MessagePort'), timers: count('Timeout'), files }
}

/** Empty for one that was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

test('five renewals leave no thread, port, timer or open file behind', async () => {
  const { dataDir, renewals, page, passTenMinutes } = await setUp()
  const renewOnce = async (): Promise<void> => {
    const from = eventsOf(page).length
    passTenMinutes()
    renewals.at(-1)?.('directive')
    await renewed(page, from)
    await eventually(async () => expect(await call(page, 'kiosk.status', {})).toMatchObject({ value: { data: 'ready' } }))
  }
  await renewOnce()
  const once = held(dataDir)
  expect(once.files).toBeGreaterThan(1)
  for (let count = 2; count <= 5; count += 1) await renewOnce()
  expect(renewals).toHaveLength(6)
  await eventually(() => {
    const { timers, ...rest } = held(dataDir)
    expect(rest).toEqual({ threads: once.threads, ports: once.ports, files: once.files })
    expect(timers).toBeLessThanOrEqual(once.timers)
  })
})
