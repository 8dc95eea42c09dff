import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountId, inventSubject } from '../../../electron/sandbox/sample/account.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import type { Message } from '../../../electron/outbox/outbox.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { accessTo, question, startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'

const TODAY = '2026-11-21'
const [first, second, third] = [accountId(0), accountId(1), accountId(2)]
let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 12, today: TODAY })
})
afterEach(() => sandbox.close())

const kioskAt = (options: Parameters<typeof startOutboxKiosk>[0] = {}) => startOutboxKiosk({ utility: accessTo(sandbox), ...options })
const received = () => sandbox.commands().map(({ command }) => command.id)
const nothingPending = (kiosk: OutboxKiosk) => eventually(() => expect(kiosk.outbox.status().pending).toBe(0))

it('S01 a command whose answer was lost is given again: one effect, and the first receipt', async () => {
  sandbox.faults.set('lostReply', { paths: /commands/, times: 3 })
  const kiosk = kioskAt()
  const { id } = kiosk.file({ accountId: first })
  await nothingPending(kiosk)
  expect(sandbox.faults.met()).toBe(3)
  expect(received()).toEqual([id])
  expect(kiosk.command(id)).toMatchObject({ state: 'delivered', attempts: 4, utilityFolio: sandbox.commands()[0]?.receipt.folio })
})

it('S09 bytes that changed since the first delivery are refused, and set aside under the same key', async () => {
  sandbox.faults.set('lostReply', { paths: /commands/, times: 1 })
  const clock = fakeClock()
  const kiosk = kioskAt({ clock, random: () => 0.9 })
  const { id, body } = kiosk.file({ accountId: first })
  await eventually(() => expect(kiosk.command(id).attempts).toBe(1))
  const changed = Buffer.from(body.toString().replace('tarifa tengo', 'tarifa pago'))
  kiosk.db.prepare('UPDATE command SET body = ? WHERE id = ?').run(changed, id)
  clock.advance(1_000)
  await nothingPending(kiosk)
  const { state, refusal, body: kept, localFolio } = kiosk.command(id)
  expect([state, refusal?.code, kept.equals(changed), localFolio]).toEqual(['refused', 'idempotency-key-reused', true, localFolio])
  expect(kiosk.outbox.status()).toMatchObject({ pending: 0, refused: 1 })
  expect(sandbox.commands()).toMatchObject([{ key: id, command: { payload: { text: '¿Qué tarifa tengo?' } } }])
})

it('S10 after 72 hours without a network and a utility that forgot its keys there is one effect', async () => {
  sandbox.faults.set('lostReply', { paths: /commands/ })
  const clock = fakeClock()
  const kiosk = kioskAt({ clock, random: () => 0.9 })
  const { id } = kiosk.file({ accountId: first })
  await eventually(() => expect(kiosk.command(id).attempts).toBe(1))
  sandbox.faults.set('down')
  clock.advance(72 * 3_600_000)
  sandbox.faults.set(null)
  sandbox.forgetKeys()
  kiosk.outbox.wake()
  await nothingPending(kiosk)
  expect(received()).toEqual([id])
  expect(kiosk.command(id).state).toBe('delivered')
})

it('S11 a command that is always refused does not keep the next ones from the utility', async () => {
  const kiosk = kioskAt()
  const refused = kiosk.file({ accountId: first, message: question('¿Y esto?', 'tema-que-no-existe') })
  const next = [kiosk.file({ accountId: first }), kiosk.file({ accountId: second })]
  await nothingPending(kiosk)
  expect(received().toSorted()).toEqual(next.map(({ id }) => id).toSorted())
  expect(kiosk.command(refused.id)).toMatchObject({ state: 'refused', refusal: { code: 'unknown-topic', detail: 'El tema no existe' } })
  expect(kiosk.command(refused.id).body.toString()).toContain('¿Y esto?')
  expect(kiosk.logged.join()).not.toContain('Y esto')
})

it('S11 a command that always fails holds up its own account alone', async () => {
  const kiosk = kioskAt({ clock: fakeClock(), random: () => 0.9 })
  sandbox.faults.set('status', { paths: /commands/, times: 1, status: 500 })
  const stuck = kiosk.file({ accountId: first })
  await eventually(() => expect(kiosk.command(stuck.id).attempts).toBe(1))
  const behind = kiosk.file({ accountId: first })
  const beside = [kiosk.file({ accountId: second }), kiosk.file({ accountId: null })]
  await eventually(() => expect(received().toSorted()).toEqual(beside.map(({ id }) => id).toSorted()))
  expect(kiosk.command(behind.id)).toMatchObject({ state: 'pending', attempts: 0 })
})

it('S30 a token that expires while commands are delivered is replaced, and nothing is lost', async () => {
  await sandbox.close()
  const clock = fakeClock()
  sandbox = await startSandbox({ accounts: 12, today: TODAY, clock, tokenLifetimeSeconds: 60 })
  const kiosk = kioskAt({ clock })
  const filed = [kiosk.file({ accountId: first })]
  await nothingPending(kiosk)
  // As of a utility whose clock runs ahead: we still take the token for a good one.
  sandbox.faults.set('status', { paths: /commands/, times: 1, status: 401 })
  filed.push(...[first, second, first, third].map((account) => kiosk.file({ accountId: account })))
  await nothingPending(kiosk)
  clock.advance(61_000)
  filed.push(kiosk.file({ accountId: first }))
  await nothingPending(kiosk)
  expect(received().toSorted()).toEqual(filed.map(({ id }) => id).toSorted())
  expect(filed.map(({ id }) => kiosk.command(id).attempts)).toEqual(filed.map(() => 1))
})

it('commands of an account arrive in the order in which they were filed, whatever happens on the way', async () => {
  sandbox.faults.set('status', { paths: /commands/, times: 9, status: 503 })
  const kiosk = kioskAt()
  const accounts = Array.from({ length: 24 }, (_, index) => accountId(index % 6))
  const filed = accounts.map((account) => kiosk.file({ accountId: account }))
  await nothingPending(kiosk)
  for (const account of new Set(accounts)) {
    const arrived = sandbox.commands().filter(({ command }) => command.accountId === account)
    expect(arrived.map(({ key }) => key)).toEqual(filed.filter((command) => command.accountId === account).map(({ id }) => id))
  }
})

it('accounts are delivered beside each other, four at most; those of one account one by one', async () => {
  const { promise: until, resolve: release } = Promise.withResolvers<void>()
  sandbox.faults.set('slow', { paths: /commands/, until })
  const kiosk = kioskAt()
  for (const account of [first, first, second, third, accountId(3), accountId(4)]) kiosk.file({ accountId: account })
  await eventually(() => expect(sandbox.faults.met()).toBe(4))
  release()
  await nothingPending(kiosk)
  expect(sandbox.faults.met()).toBe(6)
  expect(
    sandbox
      .commands()
      .slice(0, 4)
      .map(({ command }) => command.accountId)
      .toSorted(),
  ).toEqual([first, second, third, accountId(3)].toSorted())
})

it('each of the eight kinds reaches the utility with the time at which it was filed', async () => {
  const clock = fakeClock('2026-11-21T16:42:00Z')
  const { meterNumber } = inventSubject(0, TODAY).account
  const consent = { legalTextId: 'factura-electronica-es-mx', version: '2026-01', at: '2026-11-21T16:41:00Z' }
  const newHolder = { kind: 'person', givenNames: 'Inés', familyName: 'Núñez', documentType: 'INE', documentNumber: '1' } as const
  const messages: Message[] = [
    question(),
    { kind: 'claim', payload: { topicId: 'tema-cobro-indebido', text: 'No reconozco el cargo', invoiceId: `${first}-202611` } },
    { kind: 'contact', payload: { topicId: 'contacto-opinion', name: 'Ana', text: 'Gracias' } },
    { kind: 'reading', payload: { meterNumber, value: 5_640, takenOn: TODAY } },
    { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '8155550000' } },
    { kind: 'holderChange', payload: { newHolder, email: 'ines@example.com', phone: '8155550000', effectiveOn: TODAY } },
    { kind: 'invoiceDelivery', payload: { delivery: 'email', email: 'nuevo@example.com', consent } },
    { kind: 'contactDetails', payload: { phone: '8155551111' } },
  ]
  const away = startOutboxKiosk({ clock })
  const filed = messages.map((message) => {
    clock.advance(60_000)
    return away.file({ accountId: message.kind === 'contact' ? null : first, message })
  })
  await away.stop()
  clock.advance(3 * 3_600_000)
  const kiosk = kioskAt({ clock, dataDir: away.dataDir })
  await nothingPending(kiosk)
  const arrived = new Map(sandbox.commands().map(({ key, command }) => [key, command]))
  expect(arrived.size).toBe(8)
  for (const [index, { id, capturedAt, localFolio }] of filed.entries()) {
    expect(capturedAt).toBe(`2026-11-21T16:${43 + index}:00.000Z`)
    expect(arrived.get(id)).toEqual({
      ...messages[index],
      id,
      capturedAt,
      localFolio,
      kioskId: 'centro-07',
      actor: { kind: 'invoiceHolder' },
      accountId: arrived.get(id)?.accountId,
    })
  }
})

it('what can no longer be read is set aside and kept, and the next goes on', async () => {
  const away = startOutboxKiosk()
  const broken = ['{"id":', '{}', '"x"'].map((text) => {
    const { id } = away.file({ accountId: first })
    away.db.prepare('UPDATE command SET body = ? WHERE id = ?').run(Buffer.from(text), id)
    return { id, text }
  })
  const stranger = away.file({ accountId: first })
  const next = away.file({ accountId: first })
  away.db.prepare('UPDATE command SET body = ? WHERE id = ?').run(next.body, stranger.id)
  await away.stop()
  const kiosk = kioskAt({ dataDir: away.dataDir })
  await nothingPending(kiosk)
  expect(received()).toEqual([next.id])
  for (const { id, text } of broken) {
    expect(kiosk.command(id)).toMatchObject({ state: 'refused', refusal: { code: 'unreadable' }, body: Buffer.from(text) })
  }
  expect(kiosk.command(stranger.id).refusal?.code).toBe('unreadable')
})

it('tells each change, and writes it down without a word of the customer', async () => {
  const kiosk = kioskAt()
  const { id, localFolio } = kiosk.file({ accountId: first })
  const bad = kiosk.file({ accountId: first, message: question('Texto propio', 'nada') })
  await nothingPending(kiosk)
  expect(kiosk.changed.map((command) => [command.id, command.state])).toEqual([
    [id, 'pending'],
    [bad.id, 'pending'],
    [id, 'delivered'],
    [bad.id, 'refused'],
  ])
  const rows = kiosk.db.prepare('SELECT what, subject, outcome FROM audit ORDER BY seq').all() as { what: string; subject: string; outcome: string | null }[]
  expect(rows.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['command.filed', null],
    ['command.filed', null],
    ['command.delivered', null],
    ['command.refused', 'unknown-topic'],
  ])
  expect(JSON.parse(rows[2]?.subject ?? '')).toEqual({ commandId: id, folio: localFolio, utilityFolio: kiosk.command(id).utilityFolio })
  expect(rows.map(({ subject }) => subject).join()).not.toContain('Texto propio')
})

describe('stopping', () => {
  it('in the middle of a delivery leaves the command pending, and it is delivered once', async () => {
    const { promise: until, resolve: release } = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { paths: /commands/, until })
    const kiosk = kioskAt()
    const { id } = kiosk.file({ accountId: first })
    await eventually(() => expect(sandbox.faults.met()).toBe(1))
    await kiosk.stop()
    release()
    const again = kioskAt({ dataDir: kiosk.dataDir })
    await nothingPending(again)
    expect(received()).toEqual([id])
    expect(again.command(id).state).toBe('delivered')
  })

  it('ends a wait', async () => {
    sandbox.faults.set('down')
    const kiosk = kioskAt({ random: () => 0.9 })
    const { id } = kiosk.file()
    await eventually(() => expect(kiosk.command(id).attempts).toBe(1))
    await kiosk.stop()
    sandbox.faults.set(null)
    expect(received()).toEqual([])
  })
})
