import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../electron/sandbox/server.ts'
import type { Change, ChangePage } from '../../../shared/utility-api/generated/types.gen.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { schemaErrors, schemaExists } from '../../fixtures/sandbox/openapi.ts'
import { connect, type SandboxClient } from '../../fixtures/sandbox/sandboxClient.ts'

const TODAY = '2026-11-21'
const running: Sandbox[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()))
})

async function start(options: SandboxOptions = {}): Promise<{ sandbox: Sandbox; client: SandboxClient }> {
  const sandbox = await startSandbox({ accounts: 6, today: TODAY, ...options })
  running.push(sandbox)
  return { sandbox, client: await connect(sandbox) }
}

const schemaName = (entity: string): string => entity.charAt(0).toUpperCase() + entity.slice(1)
const page = (client: SandboxClient, query: Record<string, string>) => client.call<ChangePage>('GET', '/v1/changes', { query })

describe('the initial state', () => {
  it('is valid change by change, each by the schema of its entity, and has every entity', async () => {
    const { client } = await start({ accounts: 300 })
    const { changes } = await client.changes()
    const wrong = changes.flatMap(({ entity, id, data }) => schemaErrors(schemaName(entity), data).map((error) => `${entity} ${id}${error}`))
    expect(wrong).toEqual([])
    expect(changes.every((change) => schemaExists(schemaName(change.entity)))).toBe(true)
    expect(changes.every((change) => change.op === 'upsert' && change.rev === 1 && change.data?.['id'] === change.id)).toBe(true)
    const counts = Object.groupBy(changes, (change) => change.entity)
    expect(Object.keys(counts).sort()).toEqual([
      'account',
      'agreement',
      'bank',
      'clerk',
      'faq',
      'invoice',
      'legalText',
      'movement',
      'notice',
      'payPlace',
      'payment',
      'reading',
      'request',
      'topic',
      'zone',
    ])
    expect(counts['account']).toHaveLength(300)
    expect(counts['invoice']).toHaveLength(300 * 37)
  })

  it('is the same for the same day and number of accounts, however it is paged', async () => {
    const [one, other] = await Promise.all([start(), start()])
    const whole = await one.client.changes(undefined, 10_000)
    const inPieces = await other.client.changes(undefined, 97)
    expect(inPieces.pages).toBeGreaterThan(10)
    expect(inPieces.changes).toEqual(whole.changes)
    const tomorrow = await start({ today: '2026-11-22' })
    expect((await tomorrow.client.changes()).changes).not.toEqual(whole.changes)
  })

  it('comes a page at a time even with a million invoices', async () => {
    const { client } = await start({ accounts: 27_000 })
    const first = await page(client, { limit: '10000' })
    expect(first.body.changes).toHaveLength(10_000)
    expect(first.body.hasMore).toBe(true)
    const second = await page(client, { limit: '10000', cursor: first.body.cursor })
    expect(second.body.changes).toHaveLength(10_000)
    const ids = [...first.body.changes, ...second.body.changes].map(({ entity, id }) => `${entity} ${id}`)
    expect(new Set(ids).size).toBe(20_000)
  })
})

describe('pages', () => {
  it('hold 2,000 changes unless another limit is asked for, and never more than the sandbox was told', async () => {
    const { client } = await start({ accounts: 30 })
    expect((await page(client, {})).body.changes).toHaveLength(2_000)
    expect((await page(client, { limit: '7' })).body.changes).toHaveLength(7)
    const narrow = await start({ pageLimit: 50 })
    expect((await page(narrow.client, { limit: '10000' })).body.changes).toHaveLength(50)
  })

  it.each(['0', '10001', '-1', '1.5', 'many', ''])('refuse the limit %j', async (limit) => {
    const { client } = await start()
    await expect(page(client, { limit })).resolves.toMatchObject({ status: 400 })
  })

  it.each(['', 'x', 'bm90IGEgY3Vyc29y'])('refuse the cursor %j', async (cursor) => {
    const { client } = await start()
    await expect(page(client, { cursor })).resolves.toMatchObject({ status: 400, body: { type: 'urn:problem:bad-cursor' } })
  })

  it('are compressed for whoever accepts it', async () => {
    const { sandbox, client } = await start()
    const ask = (encoding: string) =>
      request(`${sandbox.url}/v1/changes`, { headers: { authorization: `Bearer ${client.token}`, 'accept-encoding': encoding } })
    const [plain, zipped] = await Promise.all([ask('identity'), ask('gzip')])
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(zipped.headers['content-encoding']).toBe('gzip')
    const unzipped = JSON.parse(gunzipSync(Buffer.from(await zipped.body.arrayBuffer())).toString()) as ChangePage
    expect(unzipped.changes).toEqual(((await plain.body.json()) as ChangePage).changes)
  })
})

describe('what changes meanwhile', () => {
  const topic = { id: 'tema-nuevo', kind: 'question', name: 'Tema nuevo' }

  it('comes after the initial state with growing revisions, deletions included', async () => {
    const { sandbox, client } = await start()
    const { cursor } = await client.changes()
    await expect(page(client, { cursor })).resolves.toMatchObject({ body: { changes: [], hasMore: false } })
    sandbox.upsert('topic', topic)
    sandbox.upsert('topic', { ...topic, name: 'Otro nombre' })
    sandbox.remove('topic', topic.id)
    const { changes } = await client.changes(cursor, 2)
    expect(changes.map(({ op, id }) => [op, id])).toEqual([
      ['upsert', topic.id],
      ['upsert', topic.id],
      ['delete', topic.id],
    ])
    const revisions = changes.map((change) => change.rev)
    expect(revisions).toEqual(revisions.toSorted((one, other) => one - other))
    expect(new Set(revisions).size).toBe(3)
    expect(revisions[0]).toBeGreaterThan(1)
  })

  it('comes to whoever starts later, after what it changes', async () => {
    const { sandbox, client } = await start()
    sandbox.remove('faq', 'pregunta-en-1')
    const { changes } = await client.changes()
    const ops = changes.filter((change) => change.id === 'pregunta-en-1').map((change) => change.op)
    expect(ops).toEqual(['upsert', 'delete'])
  })

  it('can be anything at all, for whoever tests a reader', async () => {
    const { sandbox, client } = await start()
    const { cursor } = await client.changes()
    const strange: Change = { entity: 'unheardOf', op: 'upsert', id: 'x', rev: 7, data: { id: 'x' } }
    sandbox.append(strange)
    await expect(client.changes(cursor)).resolves.toMatchObject({ changes: [strange] })
  })

  it('is announced by a poke', async () => {
    const { sandbox, client } = await start()
    const headers = { authorization: `Bearer ${client.token}` }
    const stream = await request(`${sandbox.url}/v1/changes/poke`, { headers })
    expect(stream.headers['content-type']).toBe('text/event-stream')
    let heard = ''
    stream.body.setEncoding('utf8').on('data', (text: string) => (heard += text))
    await eventually(() => expect(heard).toMatch(/^:/))
    expect(heard).not.toContain('poke')
    sandbox.upsert('topic', topic)
    await eventually(() => expect(heard).toContain('event: poke\n'))
    await sandbox.close()
    await eventually(() => expect(stream.body.readableEnded).toBe(true))
  })
})

describe('S21 cursors', () => {
  it('expire when told to, and a start without one works at once', async () => {
    const { sandbox, client } = await start()
    const { cursor, changes } = await client.changes()
    sandbox.expireCursors()
    await expect(page(client, { cursor })).resolves.toMatchObject({ status: 410, body: { type: 'urn:problem:cursor-expired' } })
    const again = await client.changes()
    expect(again.changes).toEqual(changes)
    await expect(page(client, { cursor: again.cursor })).resolves.toMatchObject({ status: 200 })
  })

  it('outlive a restart on the same day, unless something changed since the start', async () => {
    const first = await start()
    const { cursor } = await first.client.changes()
    first.sandbox.remove('topic', 'tema-tarifa')
    const later = (await first.client.changes(cursor)).cursor
    const second = await start()
    await expect(page(second.client, { cursor })).resolves.toMatchObject({ status: 200, body: { changes: [] } })
    await expect(page(second.client, { cursor: later })).resolves.toMatchObject({ status: 410 })
    const tomorrow = await start({ today: '2026-11-22' })
    await expect(page(tomorrow.client, { cursor })).resolves.toMatchObject({ status: 410 })
  })
})
