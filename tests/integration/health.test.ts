import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createApiClient } from '../../electron/api/client.ts'
import { createAudit } from '../../electron/audit/audit.ts'
import { headText, readHead } from '../../electron/audit/head.ts'
import { readToldHead } from '../../electron/audit/toldHead.ts'
import type { WritableDb } from '../../electron/cache/db.ts'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { recordIncident } from '../../electron/cache/queries/incidents.ts'
import { systemClock, type Clock } from '../../electron/clock.ts'
import { createFigures } from '../../electron/health/figures.ts'
import { startHealth, type Health } from '../../electron/health/health.ts'
import { createServiceState } from '../../electron/health/serviceState.ts'
import { createLog } from '../../electron/log/log.ts'
import { createRecentLines } from '../../electron/log/recent.ts'
import { openDocumentPrinter } from '../../electron/printing/openDocumentPrinter.ts'
import type { Directive } from '../../electron/sandbox/routes/heartbeats.ts'
import { startSandbox } from '../../electron/sandbox/server.ts'
import { createStaffService } from '../../electron/services/staff.ts'
import { startSync } from '../../electron/sync/startSync.ts'
import { staffStatus } from '../../shared/contract/staff.ts'
import { failure } from '../../shared/result.ts'
import { commandOf } from '../fixtures/sandbox/commandOf.ts'
import { eventually } from '../fixtures/eventually.ts'
import { temporaryFolder } from '../fixtures/shell/loopback.ts'
import { schemaErrors } from '../fixtures/sandbox/openapi.ts'
import { run } from '../fixtures/tools.ts'

/** Durations pass ten times as fast. */
const quick: Clock = {
  now: systemClock.now,
  elapsed: () => systemClock.elapsed() * 10,
  after: (milliseconds, action) => systemClock.after(milliseconds / 10, action),
}

/** A kiosk's health on real files, told to a real sandbox over a real sync. */
async function setUp({ direct = [] as string[] } = {}) {
  const logged: string[] = []
  const sandbox = await startSandbox({ accounts: 5 })
  onTestFinished(() => sandbox.close())
  direct.forEach((directive) => sandbox.direct(directive as Directive))
  const dataDir = temporaryFolder()
  const databaseFile = join(dataDir, 'ventanilla.db')
  const db = openDatabase(databaseFile, { role: 'durable' })
  onTestFinished(() => void db.close())
  const recentLines = createRecentLines()
  const log = createLog({ write: (line) => logged.push(line) > 0 }, recentLines)
  const access = { baseUrl: sandbox.url, clientId: sandbox.clientId, clientSecret: sandbox.clientSecret }
  const api = createApiClient({ ...access, log, clock: systemClock })
  onTestFinished(() => api.close())
  const heard = { renew: vi.fn(), resync: vi.fn(), onServiceChanged: vi.fn() }
  const health: Health = startHealth({
    db,
    databaseFile,
    clock: quick,
    log,
    recentLines,
    api,
    audit: createAudit({ db, clock: systemClock }),
    version: '0.1.0',
    printers: { documents: openDocumentPrinter(`file:${join(dataDir, 'impresos')}`, { log, clock: systemClock }), tickets: null },
    outbox: { status: () => ({ pending: 3, refused: 1, oldestPendingAt: null, filing: 'open' }) },
    syncStatus: () => sync.status(),
    isIdle: () => true,
    ...heard,
  })
  onTestFinished(() => health.stop())
  const sync = startSync({ databaseFile, api: access, log, onStatus: (status) => health.noteSync(status), onChanged: () => undefined })
  onTestFinished(() => sync.stop())
  const heartbeats = (count: number) =>
    eventually(() => {
      expect(sandbox.heartbeats().length).toBeGreaterThanOrEqual(count)
      return sandbox.heartbeats()
    })
  return { sandbox, db, databaseFile, dataDir, log, logged, health, heard, heartbeats }
}

test('a heartbeat says everything that the specification has room for, and says it truly', async () => {
  const { db, databaseFile, health, sandbox } = await setUp()
  createAudit({ db, clock: systemClock }).record({ who: 'system', what: 'service.changed', subject: {} })
  await eventually(async () => expect((await health.collect()).cursorAgeSeconds).not.toBeNull())
  const truth = {
    kioskId: 'centro-07',
    version: '0.1.0',
    outboxPending: 3,
    outboxRefused: 1,
    changesSetAside: 0,
    auditHead: headText(readHead(db)!),
    printers: [{ role: 'documents', state: 'ready', reasons: [] }],
  }
  health.soon()
  await eventually(() => expect(sandbox.heartbeats().at(-1)).toMatchObject({ ...truth, cursorAgeSeconds: expect.any(Number) }))
  const heartbeat = sandbox.heartbeats().at(-1)
  expect(schemaErrors('Heartbeat', heartbeat)).toEqual([])
  expect(Math.abs(Date.parse(heartbeat?.at ?? '') - Date.now())).toBeLessThan(60_000)
  expect(heartbeat?.uptimeSeconds).toBeGreaterThan(0)
  expect(heartbeat?.cursorAgeSeconds).toBeGreaterThanOrEqual(0)
  expect(heartbeat?.databaseBytes).toBeGreaterThanOrEqual(statSync(databaseFile).size)
  const free = Number(run('df', '--output=avail', '-B1', databaseFile).split('\n')[1])
  expect((heartbeat?.diskFreeBytes ?? 0) / free).toBeCloseTo(1, 1)
})

test('the head of the audit that the utility was told stands in the log and beside the database, and none that it was not told', async () => {
  const { db, dataDir, logged, health, sandbox, heartbeats } = await setUp()
  const audit = createAudit({ db, clock: systemClock })
  await heartbeats(1)
  expect(readToldHead(dataDir)).toBeNull()
  sandbox.faults.set('status', { paths: /heartbeats/, times: 1 })
  audit.record({ who: 'system', what: 'service.changed', subject: {} })
  health.soon()
  await eventually(() => expect(sandbox.faults.met()).toBe(1))
  expect(readToldHead(dataDir)).toBeNull()
  health.soon()
  const told = readHead(db)!
  await eventually(() => expect(readToldHead(dataDir)).toEqual(told))
  expect(told.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(sandbox.heartbeats().at(-1)?.auditHead).toBe(`seq:1 sha256:${told.hash}`)
  await eventually(() => expect(logged.filter((line) => line.includes(told.hash))).toHaveLength(1))
})

test('an incident is told until the utility has heard it, and then no more', async () => {
  const { sandbox, db, health, heartbeats } = await setUp()
  await heartbeats(1)
  sandbox.faults.set('status', { paths: /heartbeats/, times: 1 })
  recordIncident(db, systemClock, { code: 'database-recovered', detail: { commands: 4 } })
  health.soon()
  await eventually(() => expect(sandbox.faults.met()).toBe(1))
  health.soon()
  const told = (await heartbeats(2))[1]?.incidents
  expect(told).toEqual([expect.stringMatching(/^database-recovered \d{4}-\d\d-\d\dT[\d:.]+Z$/)])
  health.soon()
  expect((await heartbeats(3))[2]?.incidents).toEqual([])
})

/** As another start of the program would read it. */
const storedState = (db: WritableDb) => createServiceState({ db, audit: createAudit({ db, clock: systemClock }), onChanged: () => undefined })

test('what the utility asks is done: the kiosk leaves service and remembers it, is loaded anew, and restarts', async () => {
  const { db, heard, health, sandbox, heartbeats } = await setUp({ direct: ['outOfService', 'dance', 'resync', 'restart'] })
  await eventually(() => expect(heard.renew).toHaveBeenCalledExactlyOnceWith('directive'))
  expect(heard.resync).toHaveBeenCalledOnce()
  expect(heard.onServiceChanged).toHaveBeenCalledOnce()
  expect(health.outOfService()).toBe(true)
  expect(storedState(db).outOfService()).toBe(true)

  sandbox.direct('backInService')
  health.soon()
  await heartbeats(2)
  await eventually(() => expect(health.outOfService()).toBe(false))
  expect(storedState(db).outOfService()).toBe(false)
  const rows = db.prepare("SELECT who, outcome FROM audit WHERE what = 'service.changed' ORDER BY seq").all()
  expect(rows).toEqual([
    { who: 'utility', outcome: 'outOfService' },
    { who: 'utility', outcome: 'inService' },
  ])
})

const planted = { text: 'Huele a gas en casa de Zenobia Tlacuilo', name: 'Zenobia Tlacuilo', email: 'zenobia@example.mx', token: 'tok-4f7a9c' }

/** A question that the utility refused, with what its customer wrote. */
function refuse(db: WritableDb, body: string): void {
  const insert = `INSERT INTO command (id, form_id, session_id, kind, account_id, local_folio, captured_at, body, state, attempts, refusal)
    VALUES (?, ?, 's', 'question', 'a-1', ?, '2026-11-21T16:42:00Z', ?, 'refused', 1, ?)`
  const number = `${db.prepare<[], number>('SELECT count(*) FROM command').pluck().get()}`
  db.prepare(insert).run(
    `c-${number}`,
    `f-${number}`,
    `K07-20261121-0000${number}`,
    Buffer.from(body),
    JSON.stringify({ code: 'unknown-topic', detail: 'El tema no existe' }),
  )
}

const question = () => JSON.stringify(commandOf('a-1', { kind: 'question', payload: { topicId: 't', text: planted.text, replyTo: { email: planted.email } } }))

test('S35 the log that the utility asks for goes with a heartbeat, and with it nothing of a person', async () => {
  const { db, log, health, heartbeats } = await setUp({ direct: ['sendLogs'] })
  refuse(db, question())
  log.warn({ ...planted, request: planted, code: 'EPLANTED' }, 'planted warning')
  log.error({ err: new TypeError(`${planted.text} ${planted.token}`) }, 'planted error')
  const told = (await heartbeats(2))[1]?.incidents ?? []
  expect(told).toContainEqual(expect.stringMatching(/^log \S+Z warn planted warning code=EPLANTED$/))
  expect(told).toContainEqual(expect.stringMatching(/^log \S+Z error planted error type=TypeError$/))
  health.soon()
  const all = await heartbeats(3)
  expect(all[2]?.incidents).toEqual([])
  for (const secret of ['Zenobia', 'Huele', 'zenobia@', planted.token]) expect(JSON.stringify(all)).not.toContain(secret)
})

const noJobs = {
  ...{ page: () => [], asking: () => [], countAsking: () => 0 },
  ...{ reprint: () => failure({ code: 'not-found' }), answerAsStaff: () => failure({ code: 'not-found' }) },
  printTestPage: () => failure({ code: 'printer-offline' }),
}

test('staff see the figures, how much was refused, and what was set aside', async () => {
  const { db, sandbox, health } = await setUp()
  const parts = {
    db,
    collect: health.collect,
    lastBackupAt: () => '2026-11-20T08:00:00.000Z',
    latestSelfTest: () => null,
    printService: noJobs,
    counter: { current: () => ({ id: 's-1', person: { kind: 'visitor' } as const }) },
    clock: systemClock,
  }
  refuse(db, question())
  refuse(db, '{"torn')
  recordIncident(db, systemClock, { code: 'backup-failed' })
  sandbox.append({ entity: 'notice', op: 'upsert', id: 'n-odd', rev: 1, data: { id: 'n-odd' } })
  const staff = createStaffService(parts)
  const status = await eventually(async () => {
    const answer = await staff['staff.status']()
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.value.setAside.count).toBe(1)
    return staffStatus.parse(answer.value)
  })
  expect(status).toMatchObject({
    version: '0.1.0',
    branch: { name: 'Sucursal Centro', kioskId: 'centro-07', folioSeries: 'K07', timeZone: 'America/Monterrey' },
    online: true,
    outOfService: false,
    outbox: { pending: 3, refused: 1 },
    unknownJobs: 0,
    setAside: { count: 1, items: [{ entity: 'notice', id: 'n-odd', rev: 1 }] },
    incidents: [{ code: 'backup-failed' }],
    lastBackupAt: '2026-11-20T08:00:00.000Z',
    printers: [{ role: 'documents', state: 'ready', attention: [] }],
  })
})

test('a printer that does not answer holds up neither the heartbeat nor the page', async () => {
  const databaseFile = join(temporaryFolder(), 'ventanilla.db')
  const db = openDatabase(databaseFile, { role: 'durable' })
  onTestFinished(() => void db.close())
  const silent = { name: 'ipp://silent/', status: () => new Promise<never>(() => undefined) }
  const figures = createFigures({
    db,
    databaseFile,
    clock: quick,
    version: '0.1.0',
    syncStatus: () => ({ online: false, complete: false, asOf: null, changesApplied: 0, setAside: 0 }),
    outbox: { status: () => ({ pending: 0, refused: 0, oldestPendingAt: null, filing: 'open' }) },
    outOfService: () => false,
    printers: { documents: silent, tickets: null },
  })
  const { printers, cursorAgeSeconds } = await figures.collect()
  expect(printers).toEqual([{ role: 'documents', name: 'ipp://silent/', state: 'offline', attention: ['offline'] }])
  expect(cursorAgeSeconds).toBeNull()
})
