import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountId } from '../../../electron/sandbox/sample/account.ts'
import { knownAccounts } from '../../../electron/sandbox/sample/known.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import type { Heartbeat, Invoice } from '../../../shared/utility-api/generated/types.gen.ts'
import { connect, requestToken, type SandboxClient } from '../../fixtures/sandbox/sandboxClient.ts'

const TODAY = '2026-11-21'
let sandbox: Sandbox
let client: SandboxClient

beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 12, today: TODAY })
  client = await connect(sandbox)
})
afterAll(() => sandbox.close())

const heartbeat: Heartbeat = {
  kioskId: 'centro-07',
  version: '0.1.0',
  at: '2026-11-21T18:00:00Z',
  cursorAgeSeconds: 4,
  outboxPending: 0,
  printers: [{ role: 'documents', state: 'ready' }],
}

describe('tokens', () => {
  it('are given to the kiosk alone', async () => {
    await expect(requestToken(sandbox)).resolves.toMatch(/^\S{20,}$/)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const ask = (fields: Record<string, string>): Promise<unknown> =>
      client.call('POST', '/oauth/token', { headers, body: new URLSearchParams(fields).toString() })
    const right = { grant_type: 'client_credentials', client_id: sandbox.clientId, client_secret: sandbox.clientSecret }
    await expect(ask(right)).resolves.toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } })
    await expect(ask({ ...right, client_secret: 'x' })).resolves.toMatchObject({ status: 401 })
    await expect(ask({ ...right, client_id: 'x' })).resolves.toMatchObject({ status: 401 })
    await expect(ask({ ...right, grant_type: 'password' })).resolves.toMatchObject({ status: 401 })
  })

  it.each(['/v1/branch', '/v1/changes', '/v1/changes/poke', '/v1/heartbeats', '/v1/commands'])('are wanted at %s', async (path) => {
    const method = path.endsWith('s') && path !== '/v1/changes' ? 'POST' : 'GET'
    for (const authorization of ['', 'Bearer wrong', client.token]) {
      const answer = await client.call(method, path, { headers: { authorization } })
      expect(answer).toMatchObject({ status: 401, body: { status: 401 } })
    }
  })

  it('expire', async () => {
    let elapsed = 0
    const clock = { now: () => Date.parse('2026-11-21T18:00:00Z'), elapsed: () => elapsed, after: () => () => undefined }
    const ageing = await startSandbox({ accounts: 1, tokenLifetimeSeconds: 60, clock })
    try {
      const visitor = await connect(ageing)
      elapsed = 59_999
      await expect(visitor.call('GET', '/v1/branch')).resolves.toMatchObject({ status: 200, body: { serverTime: '2026-11-21T18:00:00.000Z' } })
      elapsed = 60_000
      await expect(visitor.call('GET', '/v1/branch')).resolves.toMatchObject({ status: 401 })
    } finally {
      await ageing.close()
    }
  })
})

describe('the branch', () => {
  it('is Sucursal Centro, at home in Monterrey, and serves every zone of the feed', async () => {
    const { body } = await client.call<{ name: string; folioSeries: string; homeZoneId: string; zoneIds: string[] }>('GET', '/v1/branch')
    expect(body).toMatchObject({ name: 'Sucursal Centro', folioSeries: 'K07', homeZoneId: 'zona-monterrey' })
    const { changes } = await client.changes()
    expect(body.zoneIds).toEqual(changes.filter((change) => change.entity === 'zone').map((change) => change.id))
  })
})

describe('original documents', () => {
  const template = '/v1/invoices/{invoiceId}/document'
  const fetchDocument = (id: string) => client.call<Buffer>('GET', `/v1/invoices/${id}/document`, { template })

  it('are PDFs whose digest is the one in the feed, the same at every start', async () => {
    const invoice = await invoiceOf(client, accountId(knownAccounts.withOriginal.index))
    const answer = await fetchDocument(invoice.id)
    expect(answer.status).toBe(200)
    const sha256 = createHash('sha256').update(answer.body).digest('base64')
    expect(invoice).toMatchObject({ hasDocument: true, documentDigest: sha256 })
    expect(answer.headers).toMatchObject({ etag: `"${sha256}"`, 'repr-digest': `sha-256=:${sha256}:` })

    const again = await startSandbox({ accounts: 12, today: TODAY })
    try {
      expect((await invoiceOf(await connect(again), invoice.accountId)).documentDigest).toBe(sha256)
    } finally {
      await again.close()
    }
  })

  it('say what the invoice says', async () => {
    const invoice = await invoiceOf(client, accountId(knownAccounts.withOriginal.index))
    const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'original.pdf')
    writeFileSync(file, (await fetchDocument(invoice.id)).body)
    expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    expect(text).toContain(`No. ${knownAccounts.withOriginal.invoiceNumber}`)
    expect(text).toContain(new Intl.NumberFormat('es-MX', { style: 'currency', currency: 'MXN' }).format(invoice.total / 100))
    expect(text).toContain('representación impresa de un CFDI')
    execFileSync('pdftoppm', ['-r', '200', '-png', '-singlefile', file, file])
    const codes = execFileSync('zbarimg', ['-q', `${file}.png`], { encoding: 'utf8' })
    expect(codes).toContain(`QR-Code:${invoice.fiscal?.verificationUrl}\n`)
    expect(codes).toContain(`CODE-128:${invoice.paymentReference}\n`)
  })

  it('are not found where none is kept', async () => {
    const without = await invoiceOf(client, accountId(knownAccounts.monterrey.index))
    expect(without).toMatchObject({ hasDocument: false, documentDigest: null })
    for (const id of [without.id, 'nothing', `${accountId(3)}-190001`]) {
      await expect(fetchDocument(id)).resolves.toMatchObject({ status: 404 })
    }
  })
})

describe('heartbeats', () => {
  const report = (body: unknown) => client.call('POST', '/v1/heartbeats', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  it('are noted, and answered with what the kiosk is to do, once', async () => {
    sandbox.direct('resync')
    await expect(report(heartbeat)).resolves.toMatchObject({ status: 200, body: { directives: ['resync'] } })
    await expect(report({ ...heartbeat, outboxPending: 2 })).resolves.toMatchObject({ body: { directives: [] } })
    expect(sandbox.heartbeats().map((each) => each.outboxPending)).toEqual([0, 2])
  })

  it('are refused when they are not what the specification says', async () => {
    await expect(report({ ...heartbeat, printers: 'none' })).resolves.toMatchObject({ status: 400 })
    await expect(report('hello')).resolves.toMatchObject({ status: 400 })
  })
})

describe('what the sandbox does not offer', () => {
  it.each(['/v1/diagnostics', '/elsewhere'])('%s is not found', async (path) => {
    const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' }
    const answer = await request(`${sandbox.url}${path}`, { method: 'POST', headers, body: '{}' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    await expect(answer.body.json()).resolves.toMatchObject({ status: 404, type: 'urn:problem:not-found' })
  })
})

async function invoiceOf(from: SandboxClient, account: string): Promise<Invoice> {
  const { changes } = await from.changes()
  const invoices = changes.filter((change) => change.entity === 'invoice').map((change) => change.data as unknown as Invoice)
  const latest = invoices.findLast((invoice) => invoice.accountId === account)
  if (!latest) throw new Error(`account ${account} has no invoice`)
  return latest
}
