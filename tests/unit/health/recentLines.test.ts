import { expect, test } from 'vitest'
import { createLog, logBug } from '../../../electron/log/log.ts'
import { createRecentLines } from '../../../electron/log/recent.ts'
import { relayLine } from '../../../electron/sync/workerLog.ts'

function setUp() {
  const everything: string[] = []
  const recent = createRecentLines()
  return { everything, recent, log: createLog({ write: (line) => void everything.push(line) }, recent) }
}

test('warnings and errors are kept with their codes, everything is still written', () => {
  const { everything, recent, log } = setUp()
  log.info({ code: 'quiet' }, 'nothing of note')
  log.warn({ failure: { ok: false, failure: 'busy', status: 503 } }, 'feed read failed')
  relayLine(log, 'sync-write', JSON.stringify({ level: 'error', time: 'x', msg: 'a page was refused', code: 'SQLITE_FULL' }))
  expect(everything.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(['info', 'warn', 'error'])
  expect(recent.list().map((line) => line.slice(25))).toEqual([
    'warn feed read failed failure=busy status=503',
    'error a page was refused worker=sync-write code=SQLITE_FULL',
  ])
  expect(recent.list().every((line) => /^\d{4}-\d\d-\d\dT[\d:.]+Z /.test(line))).toBe(true)
})

test('the newest hundred, none longer than three hundred characters', () => {
  const { recent, log } = setUp()
  for (let count = 1; count <= 150; count += 1) log.warn({ count }, count === 150 ? 'w'.repeat(500) : 'again')
  expect(recent.list()).toHaveLength(100)
  expect(recent.list()[0]).toMatch(/again count=51$/)
  expect(recent.list().at(-1)).toHaveLength(300)
})

test('S35 nothing of a person gets in: not by a field, not by an error, not under the name of a code', () => {
  const { recent, log } = setUp()
  const planted = {
    name: 'Zenobia Tlacuilo',
    text: 'Huele a gas en la cocina de Zenobia',
    email: 'zenobia@example.mx',
    phone: '+52 81 5555 0199',
    token: 'tok-4f7a9c',
  }
  log.warn({ ...planted, holder: planted.name, request: planted, code: planted.email, reason: planted.text, status: planted.phone }, 'planted')
  log.error({ err: Object.assign(new Error(planted.text), { code: planted.name, holder: planted.name }) }, 'planted')
  logBug(log, 'planted', new TypeError(`${planted.email} ${planted.token}`))
  logBug(log, 'planted', planted.text)
  const kept = recent.list().join('\n')
  expect(recent.list()).toHaveLength(4)
  for (const secret of ['Zenobia', 'Tlacuilo', 'gas', 'zenobia@', '5555', 'tok-']) expect(kept).not.toContain(secret)
  expect(kept).toContain('where=planted')
  expect(kept).toContain('type=TypeError')
})
