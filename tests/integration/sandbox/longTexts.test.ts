import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTextLength } from '../../../electron/sandbox/longTexts.ts'
import { knownAccounts } from '../../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { type Sandbox, startSandbox } from '../../../electron/sandbox/server.ts'
import type { Change, ChangePage } from '../../../shared/utility-api/generated/types.gen.ts'
import { requestToken } from '../../fixtures/sandbox/sandboxClient.ts'
import { toBatch } from '../../../electron/sync/batch.ts'

const today = '2026-11-21'
const { account, invoices } = inventAccount(knownAccounts.monterrey.index, today)
let sandbox: Sandbox

beforeEach(async () => {
  sandbox = await startSandbox({ accounts: 2, today })
})
afterEach(() => sandbox.close())

/** Every page of the feed, as text and as data. */
async function pages(): Promise<{ bytes: number; page: ChangePage }[]> {
  const headers = { authorization: `Bearer ${await requestToken(sandbox)}` }
  const read: { bytes: number; page: ChangePage }[] = []
  for (let cursor = ''; ;) {
    const text = await (await fetch(`${sandbox.url}/v1/changes?limit=4000${cursor}`, { headers })).text()
    const page = JSON.parse(text) as ChangePage
    read.push({ bytes: text.length, page })
    if (!page.hasMore) return read
    cursor = `&cursor=${encodeURIComponent(page.cursor)}`
  }
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
/** They have numbers, dates and amounts alone. */
const WITHOUT_TEXT = ['reading', 'agreement']
const isNewer = ({ rev }: Change): boolean => rev > 1

describe('S45 the sandbox with long texts', () => {
  it('brings an account, its things, the notices and the topics again, with texts so long and every amount as it was', async () => {
    sandbox.faults.lengthenTexts(20_000)
    const changes = (await pages()).flatMap(({ page }) => page.changes).filter(isNewer)
    expect([...new Set(changes.map(({ entity }) => entity))]).toEqual(
      expect.arrayContaining(['account', 'invoice', 'movement', 'reading', 'payment', 'topic', 'notice']),
    )
    for (const { entity, data } of changes) {
      if (!WITHOUT_TEXT.includes(entity))
        expect(
          textsOf(data).some((text) => text.length === 20_000),
          entity,
        ).toBe(true)
    }
    const latest = invoices.at(-1)
    expect(changes.find(({ id }) => id === latest?.id)?.data).toMatchObject({ number: latest?.number, total: latest?.total, dueOn: latest?.dueOn })
    expect(changes.find(({ id }) => id === account.id)?.data).toMatchObject({ number: account.number, balance: account.balance, status: account.status })
  })

  it('gives them in pages that a client takes, each change good for the kiosk', async () => {
    sandbox.faults.lengthenTexts(1_000_000)
    const read = await pages()
    for (const { bytes } of read) expect(bytes).toBeLessThan(64 * 1024 * 1024)
    for (const { page } of read) expect(toBatch(null, page).setAside).toEqual([])
  })

  it('reads their length', () => {
    expect(['20000', '1MB', '4000000'].map(readTextLength)).toEqual([20_000, 1_000_000, 4_000_000])
    expect(['', '0', '5MB', '1.5MB', '1 MB', '1mb', '-1', '99999999'].map(readTextLength)).toEqual(Array(8).fill(null))
  })

  it('refuses a length that it does not understand, on the command line', async () => {
    await expect(promisify(execFile)(process.execPath, ['electron/sandbox/cli.ts', '--text', 'larga'])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--text must be a length like 20000 or 1MB/) as string,
    })
  })
})
