import { request } from 'undici'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import type { PaymentIntent, Problem } from '../../../shared/utility-api/generated/types.gen.ts'
import { ACCOUNTS, BANK, mine, theirs, TODAY } from '../../fixtures/payments/onlineKiosk.ts'
import { connect, type SandboxClient } from '../../fixtures/sandbox/sandboxClient.ts'

let sandbox: Sandbox
let client: SandboxClient
beforeEach(async () => {
  sandbox = await startSandbox({ accounts: ACCOUNTS, today: TODAY })
  client = await connect(sandbox)
})
afterEach(() => sandbox.close())

const KEY = '0197a3f0-1111-7000-8000-000000000001'
const [invoice] = mine.invoices
const order = { accountId: mine.account.id, invoiceIds: [invoice!.id], bankId: BANK }
const open = <T = PaymentIntent>(change: object = {}, key = KEY) =>
  client.call<T>('POST', '/v1/payments', {
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...order, ...change }),
  })
const get = (id: string) => client.call<PaymentIntent>('GET', `/v1/payments/${id}`, { template: '/v1/payments/{paymentId}' })

it('opens one payment under a key, and tells how it stands', async () => {
  const first = await open()
  expect(first).toMatchObject({ status: 201, body: { status: 'pending', amount: invoice!.balance } })
  const again = await open()
  expect([again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 'true', first.body])
  expect(await get(first.body.id)).toMatchObject({ status: 200, body: first.body })
  expect(await open<Problem>({ bankId: 'banco-banamex' })).toMatchObject({ status: 422, body: { type: 'urn:problem:idempotency-key-reused' } })
})

it.each([
  ['unknown-account', { accountId: 'nobody' }],
  ['unknown-invoice', { invoiceIds: ['none'] }],
  ['unknown-invoice', { invoiceIds: [theirs.invoices[0]!.id] }],
  ['bank-not-online', { bankId: 'banco-hsbc' }],
  ['bank-not-online', { bankId: 'banco-brou' }],
  ['invalid-payment', { invoiceIds: [] }],
])('refuses with %s', async (name, change) => {
  expect(await open<Problem>(change)).toMatchObject({ status: 422, body: { type: `urn:problem:${name}` } })
})

it('the bank’s page asks for no token, pays once, and the feed tells of it: payment, movement, invoice, balance', async () => {
  const { cursor } = await client.changes()
  const { body: intent } = await open()
  const page = await request(intent.checkoutUrl)
  expect(await page.body.text()).toMatch(/Página de ejemplo[^]*Pagar[^]*Rechazar/)
  const decide = (decision: string) =>
    request(intent.checkoutUrl, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `decision=${decision}` })
  expect(await (await decide('paid')).body.text()).toContain('Pago hecho')
  await (await decide('failed')).body.dump()
  expect((await get(intent.id)).body.status).toBe('paid')
  const { changes } = await client.changes(cursor)
  expect(changes.map(({ entity, data }) => [entity, data])).toMatchObject([
    ['payment', { accountId: mine.account.id, amount: invoice!.balance, channel: 'BBVA', reference: intent.reference, invoiceNumbers: [invoice!.number] }],
    ['movement', { amount: -invoice!.balance }],
    ['invoice', { id: invoice!.id, balance: 0, status: 'paid' }],
    ['account', { balance: mine.account.balance - invoice!.balance }],
  ])
  expect(await open<Problem>({}, '0197a3f0-1111-7000-8000-000000000002')).toMatchObject({ status: 422, body: { type: 'urn:problem:nothing-owed' } })
})

it('asks for a token everywhere else, and has no page of a payment that there is not', async () => {
  expect((await request(`${sandbox.url}/v1/payments/x`)).statusCode).toBe(401)
  expect((await request(`${sandbox.url}/banco/x`)).statusCode).toBe(404)
})
