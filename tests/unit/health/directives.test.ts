import { expect, test, vi } from 'vitest'
import { createDirectives } from '../../../electron/health/directives.ts'
import { createLog } from '../../../electron/log/log.ts'
import { fakeClock } from '../../fakes/clock.ts'

const MINUTE = 60_000

function setUp() {
  const clock = fakeClock()
  const logged: string[] = []
  let idle = true
  const did = { restart: vi.fn(), resync: vi.fn(), sendLogs: vi.fn(), set: vi.fn() }
  const directives = createDirectives({
    clock,
    log: createLog({ write: (line) => void logged.push(line) }),
    service: { outOfService: () => false, set: did.set },
    isIdle: () => idle,
    restart: did.restart,
    resync: did.resync,
    sendLogs: did.sendLogs,
  })
  return { clock, logged, did, directives, beIdle: (now: boolean) => (idle = now) }
}

test('each is done, in order; one that fails, and one that is not known, leave the others to be done', () => {
  const { directives, did, logged } = setUp()
  did.resync.mockImplementation(() => {
    throw new Error('no')
  })
  directives.obey(['outOfService', 'resync', 'dance María', 'constructor', 'update', 'backInService', 'sendLogs', 'restart'])
  expect(did.set.mock.calls).toEqual([[true], [false]])
  for (const action of [did.resync, did.sendLogs, did.restart]) expect(action).toHaveBeenCalledOnce()
  const lines = logged.map((line) => JSON.parse(line) as { level: string; directive?: string })
  expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(2)
  expect(lines.flatMap(({ directive }) => directive ?? [])).toEqual(['outOfService', 'resync', 'update', 'backInService', 'sendLogs', 'restart'])
  expect(logged.join('')).not.toContain('María')
})

test('a restart waits until nobody is there, and is done once however often it was asked for', () => {
  const { directives, did, clock, beIdle } = setUp()
  beIdle(false)
  directives.obey(['restart'])
  clock.advance(5 * MINUTE)
  directives.obey(['restart', 'restart'])
  expect(did.restart).not.toHaveBeenCalled()
  beIdle(true)
  clock.advance(1_000)
  expect(did.restart).toHaveBeenCalledOnce()
  clock.advance(20 * MINUTE)
  expect(did.restart).toHaveBeenCalledOnce()
})

test('a kiosk that is never idle drops the restart after ten minutes, and does the next', () => {
  const { directives, did, clock, beIdle, logged } = setUp()
  beIdle(false)
  directives.obey(['restart'])
  clock.advance(10 * MINUTE)
  expect(logged.some((line) => line.includes('restart directive dropped'))).toBe(true)
  beIdle(true)
  clock.advance(MINUTE)
  expect(did.restart).not.toHaveBeenCalled()
  directives.obey(['restart'])
  expect(did.restart).toHaveBeenCalledOnce()
})

test('a restart that waits ends with the application', () => {
  const { directives, did, clock, beIdle } = setUp()
  beIdle(false)
  directives.obey(['restart'])
  directives.stop()
  beIdle(true)
  clock.advance(MINUTE)
  expect(did.restart).not.toHaveBeenCalled()
})
