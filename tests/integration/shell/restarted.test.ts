import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../../fixtures/eventually.ts'
import { impatientUtility } from '../../fixtures/shell/impatientUtility.ts'
import { startKiosk } from '../../fixtures/shell/startKiosk.ts'
import { cookieFor, openPage } from '../../fixtures/shell/loopback.ts'
import { run } from '../../fixtures/tools.ts'

async function kioskOf(env: Record<string, string>) {
  const kiosk = await startKiosk({ env })
  onTestFinished(() => kiosk.dispose())
  return kiosk
}

test('the utility has the real program restart: the page keeps its WebSocket and is told, the process goes on', async () => {
  const { release, env, heartbeats } = await impatientUtility()
  const kiosk = await kioskOf(env)
  const { received, socket } = await openPage(new URL(kiosk.url).origin, { cookie: await cookieFor(kiosk.url) })
  release()
  const heard = (event: string) => eventually(() => expect(received).toContainEqual(expect.objectContaining({ event })))
  await heard('session.ended')
  await heard('kiosk.described')
  // The application that follows reports as well: it runs, and the process is the same.
  await eventually(() => expect(heartbeats().length).toBeGreaterThan(1))
  expect([socket.readyState, kiosk.process.exitCode]).toEqual([socket.OPEN, null])
  expect(kiosk.log()).toMatch(/"reason":"directive".*composed anew/)
  await expect(kiosk.stop()).resolves.toBe(0)
})

test('a program that cannot be composed again ends with 1, so that whoever supervises it starts it', async () => {
  const { release, env, asked } = await impatientUtility()
  const kiosk = await kioskOf(env)
  await eventually(() => expect(asked()).toBe(true))
  run('sqlite3', join(kiosk.dataDir, 'ventanilla.db'), 'PRAGMA busy_timeout = 60000', 'PRAGMA user_version = 9999')
  const ended = once(kiosk.process, 'exit')
  release()
  expect(await ended).toEqual([1, null])
  expect(kiosk.log()).toMatch(/"where":"renewal".*SchemaNewerThanProgram/)
})
