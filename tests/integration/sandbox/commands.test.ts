import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { accountId, inventSubject } from '../../../electron/sandbox/sample/account.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import type { CommandReceipt, Problem } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { commandOf, uuidv7 } from '../../fixtures/sandbox/commandOf.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { schemaErrors } from '../../fixtures/sandbox/openapi.ts'
import { connect, type SandboxClient } from '../../fixtures/sandbox/sandboxClient.ts'

const TODAY = '2026-11-21'
const account = accountId(0)
let sandbox: Sandbox
let client: SandboxClient
let cursor: string

beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 6, today: TODAY })
  client = await connect(sandbox)
  cursor = (await client.changes()).cursor
})
afterEach(() => sandbox.close())

const question = () => commandOf(account, { kind: 'question', payload: { topicId: 'tema-tarifa', text: '¿Qué tarifa tengo?' } })
const changesSince = async () => (await client.changes(cursor)).changes

describe('S44 what a command caused', () => {
  const HOUR = 3_600_000
  const others = [
    { kind: 'invoiceDelivery', payload: { delivery: 'paper' } },
    { kind: 'contactDetails', payload: { phone: '81 8000 1234' } },
  ] as const

  it.each([1_000, 6 * HOUR, 40 * 24 * HOUR])('reaches the feed %i ms after its receipt where the sandbox lags so long', async (lag) => {
    const clock = fakeClock(`${TODAY}T16:00:00Z`)
    const slow = await startSandbox({ accounts: 6, today: TODAY, clock, lag, tokenLifetimeSeconds: 1e9 })
    onTestFinished(() => slow.close())
    const kiosk = await connect(slow)
    const { cursor: from } = await kiosk.changes()
    expect((await kiosk.deliver(question())).status).toBe(201)
    for (const message of others) expect((await kiosk.deliver(commandOf(account, message))).status).toBe(201)
    clock.advance(lag - 1)
    expect((await kiosk.changes(from)).changes).toEqual([])
    clock.advance(1)
    expect((await kiosk.changes(from)).changes.map(({ entity }) => entity)).toEqual(['request', 'account', 'account'])
  })

  it('never reaches it where it lags for ever, until it catches up', async () => {
    sandbox.faults.lag(Infinity)
    await client.deliver(question())
    for (const message of others) await client.deliver(commandOf(account, message))
    expect(await changesSince()).toEqual([])
    sandbox.faults.catchUp()
    expect((await changesSince()).map(({ data }) => data)).toMatchObject([{ kind: 'question' }, { invoiceDelivery: 'paper' }, { invoiceDelivery: 'paper' }])
  })
})

describe('an accepted command', () => {
  it('is answered with a receipt, and appears in the feed as a request', async () => {
    const command = question()
    const { status, body } = await client.deliver<CommandReceipt>(command)
    expect(status).toBe(201)
    expect(body).toMatchObject({ commandId: command.id, answerDueOn: '2026-12-04' })
    const changes = await changesSince()
    expect(changes).toHaveLength(1)
    expect(schemaErrors('Request', changes[0]?.data)).toEqual([])
    expect(changes[0]).toMatchObject({
      entity: 'request',
      data: { accountId: account, commandId: command.id, localFolio: command.localFolio, folio: body.folio, status: 'received', openedOn: TODAY },
    })
    expect(sandbox.commands()).toMatchObject([{ command, receipt: body }])
  })

  it('of every kind does what it asks', async () => {
    const { meterNumber } = inventSubject(0, TODAY).account
    const consent = { legalTextId: 'factura-electronica-es-mx', version: '2026-01', at: '2026-11-21T18:00:00Z' }
    const newHolder = { kind: 'person', givenNames: 'Inés', familyName: 'Núñez', documentType: 'INE', documentNumber: '1' } as const
    const commands = [
      commandOf(account, { kind: 'claim', payload: { topicId: 'tema-cobro-indebido', text: 'No reconozco el cargo', invoiceId: `${account}-202611` } }),
      commandOf(null, { kind: 'contact', payload: { topicId: 'contacto-opinion', name: 'Ana', text: 'Gracias' } }),
      commandOf(account, { kind: 'reading', payload: { meterNumber, value: 5_640, takenOn: TODAY } }),
      commandOf(account, { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '8155550000' } }),
      commandOf(account, { kind: 'holderChange', payload: { newHolder, email: 'ines@example.com', phone: '8155550000', effectiveOn: TODAY } }),
      commandOf(account, { kind: 'invoiceDelivery', payload: { delivery: 'email', email: 'nuevo@example.com', consent } }),
      commandOf(account, { kind: 'contactDetails', payload: { phone: '8155551111' } }),
    ]
    for (const command of commands) await expect(client.deliver(command)).resolves.toMatchObject({ status: 201 })
    const changes = await changesSince()
    expect(changes.map((change) => change.entity)).toEqual(['request', 'request', 'reading', 'request', 'request', 'account', 'account'])
    for (const { entity, data } of changes) expect(schemaErrors(entity.charAt(0).toUpperCase() + entity.slice(1), data)).toEqual([])
    expect(changes[0]?.data).toMatchObject({ kind: 'claim', topic: 'Cobro indebido', invoiceId: `${account}-202611` })
    expect(changes[2]?.data).toMatchObject({ accountId: account, value: 5_640, kind: 'customer' })
    expect(changes[6]?.data).toMatchObject({ invoiceDelivery: 'email', email: 'nuevo@example.com', phone: '8155551111' })
  })
})

describe('a claim that adds to another', () => {
  const claim = (addsTo: string) => commandOf(account, { kind: 'claim', payload: { topicId: 'tema-fuga', text: 'Falta esto', addsTo } })
  const asked = { id: 's-asked', accountId: account, folio: 'S-00000007', localFolio: 'K09-20261120-00018', kind: 'claim', topic: 'Fuga' } as const

  it.each(['S-00000007', 'K09-20261120-00018'])('by %s is a request of its own, and the one that waited for it is taken up again', async (folio) => {
    sandbox.upsert('request', { ...asked, status: 'waitingCustomer', openedOn: TODAY })
    await expect(client.deliver(claim(folio))).resolves.toMatchObject({ status: 201 })
    const changes = (await changesSince()).map(({ data }) => data)
    expect(changes.slice(-2)).toMatchObject([
      { id: 's-asked', status: 'inProgress' },
      { kind: 'claim', status: 'received' },
    ])
  })

  it('of which nothing is known, or that is answered, changes no other', async () => {
    sandbox.upsert('request', { ...asked, status: 'resolved', openedOn: TODAY })
    for (const folio of ['S-00000007', 'S-none']) await expect(client.deliver(claim(folio))).resolves.toMatchObject({ status: 201 })
    expect((await changesSince()).map(({ data }) => data?.['status'])).toEqual(['resolved', 'received', 'received'])
  })
})

describe('the idempotency key', () => {
  it('with the same bytes gives the first answer again, and the effect once', async () => {
    const command = question()
    const first = await client.deliver(command)
    const second = await client.deliver(command, command.id.toUpperCase())
    expect(second.status).toBe(200)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(second.body).toEqual(first.body)
    expect(await changesSince()).toHaveLength(1)
  })

  it('S09 with other bytes is refused, even when they mean the same', async () => {
    const command = question()
    await client.deliver(command)
    const changed = JSON.stringify({ ...command, payload: { ...command.payload, text: 'Otra pregunta' } })
    for (const body of [changed, JSON.stringify(command, null, 1)]) {
      await expect(client.deliver(body)).resolves.toMatchObject({ status: 422, body: { type: 'urn:problem:idempotency-key-reused' } })
    }
    expect(await changesSince()).toHaveLength(1)
  })

  it('is busy while the first delivery is in progress', async () => {
    const command = question()
    const { promise: until, resolve: release } = Promise.withResolvers<void>()
    sandbox.faults.set('slow', { paths: /commands/, times: 1, until })
    const first = client.deliver(command)
    await eventually(() => expect(sandbox.faults.met()).toBe(1))
    await expect(client.deliver(command)).resolves.toMatchObject({ status: 409, body: { type: 'urn:problem:in-progress' } })
    release()
    await expect(first).resolves.toMatchObject({ status: 201 })
    await expect(client.deliver(command)).resolves.toMatchObject({ status: 200 })
  })

  it('S01 survives a reply that was lost: the work is done once', async () => {
    const command = question()
    sandbox.faults.set('lostReply', { times: 1 })
    await expect(client.deliver(command)).rejects.toThrow()
    await eventually(() => expect(sandbox.commands()).toHaveLength(1))
    await expect(client.deliver(command)).resolves.toMatchObject({ status: 200 })
    expect(sandbox.commands()).toHaveLength(1)
    expect(await changesSince()).toHaveLength(1)
  })

  it('S10 is forgotten one day, and the command is not: it has its first receipt and no second effect', async () => {
    const command = question()
    const first = await client.deliver(command)
    sandbox.forgetKeys()
    const second = await client.deliver(command)
    expect([second.status, second.body]).toEqual([201, first.body])
    expect(sandbox.commands()).toHaveLength(1)
    expect(await changesSince()).toHaveLength(1)
  })

  it('must be there, be a UUID, and be the id of the command', async () => {
    const body = JSON.stringify(question())
    const headers = { 'content-type': 'application/json' }
    await expect(client.call('POST', '/v1/commands', { headers, body })).resolves.toMatchObject({ status: 400 })
    await expect(client.deliver(body, 'one')).resolves.toMatchObject({ status: 400 })
    await expect(client.deliver(body, uuidv7())).resolves.toMatchObject({ status: 422, body: { type: 'urn:problem:key-mismatch' } })
  })
})

describe('a refused command', () => {
  const refusedAs = async (command: Parameters<SandboxClient['deliver']>[0]) => (await client.deliver<Problem>(command)).body.type
  const reading = (index: number, payload: { meterNumber?: string; takenOn?: string }) => {
    const { meterNumber } = inventSubject(index, TODAY).account
    return commandOf(accountId(index), { kind: 'reading', payload: { meterNumber, value: 1, takenOn: TODAY, ...payload } })
  }

  it('names what does not meet the specification', async () => {
    const command = { ...question(), payload: { topicId: 'tema-tarifa', text: 'x'.repeat(2_001) } }
    const { status, body } = await client.deliver<Problem>(JSON.stringify(command))
    expect([status, body.type]).toEqual([422, 'urn:problem:invalid-command'])
    expect(body.errors?.map((error) => error.pointer)).toEqual(['/payload/text'])
    expect(await changesSince()).toEqual([])
  })

  it('is answered alike again', async () => {
    const command = commandOf('nobody', { kind: 'reconnection', payload: { reason: 'other', phone: '1' } })
    const first = await client.deliver<Problem>(command)
    const second = await client.deliver<Problem>(command)
    expect(first.status).toBe(422)
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
  })

  it('has its reason', async () => {
    expect(await refusedAs(commandOf('nobody', { kind: 'question', payload: { topicId: 'tema-tarifa', text: 'x' } }))).toBe('urn:problem:unknown-account')
    expect(await refusedAs(commandOf(null, { kind: 'contactDetails', payload: {} }))).toBe('urn:problem:unknown-account')
    expect(await refusedAs(commandOf(account, { kind: 'question', payload: { topicId: 'none', text: 'x' } }))).toBe('urn:problem:unknown-topic')
    expect(await refusedAs(commandOf(account, { kind: 'invoiceDelivery', payload: { delivery: 'email' } }))).toBe('urn:problem:consent-required')
    expect(await refusedAs(reading(0, { meterNumber: 'Z' }))).toBe('urn:problem:wrong-meter')
    expect(await refusedAs(reading(0, { takenOn: '2026-11-22' }))).toBe('urn:problem:reading-in-the-future')
    expect(await refusedAs(reading(0, { takenOn: '2026-11-10' }))).toBe('urn:problem:outside-reading-window')
    expect(await refusedAs(reading(1, {}))).toBe('urn:problem:outside-reading-window')
    expect(sandbox.commands()).toEqual([])
  })

  it('is no JSON, or too large', async () => {
    await expect(client.deliver('{"id":', uuidv7())).resolves.toMatchObject({ status: 400, body: { type: 'urn:problem:bad-json' } })
    await expect(client.deliver(`"${'x'.repeat(70_000)}"`, uuidv7())).resolves.toMatchObject({ status: 413 })
  })
})
