import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createApiClient } from '../../../electron/api/client.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { readBranch } from '../../../electron/cache/queries/branch.ts'
import { findByInvoiceNumber, listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { findLegalText } from '../../../electron/cache/queries/legalTexts.ts'
import { currentNotices } from '../../../electron/cache/queries/notices.ts'
import { listZones } from '../../../electron/cache/queries/zones.ts'
import { systemClock } from '../../../electron/clock.ts'
import { startSandbox } from '../../../electron/sandbox/server.ts'
import { startSync } from '../../../electron/sync/startSync.ts'
import { feedTables } from '../../../electron/sync/feedTables.ts'
import { eventually } from '../../fixtures/eventually.ts'

const log = pino({ level: 'silent' })
const rowsOf = (db: WritableDb, table: string): number => db.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE deleted = 0`).pluck().get() ?? 0

it("loads the sandbox's whole feed, sets nothing aside, and finds both known bills", async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sync-sandbox-'))
  const databaseFile = join(directory, 'cache.db')
  const sandbox = await startSandbox({ accounts: 40, today: '2026-11-21' })
  const api = { baseUrl: sandbox.url, clientId: sandbox.clientId, clientSecret: sandbox.clientSecret }
  const client = createApiClient({ ...api, log, clock: systemClock })
  const sync = startSync({ databaseFile, api, log, onStatus: () => undefined, onChanged: () => undefined })
  try {
    await eventually(() => expect(sync.status()).toMatchObject({ online: true, complete: true, setAside: 0 }))
    const db = openDatabase(databaseFile, { role: 'durable' })
    for (const { table } of feedTables) expect(rowsOf(db, table), table).toBeGreaterThan(0)
    expect(rowsOf(db, 'account')).toBe(40)
    expect(listZones(db).map(({ name }) => name)).toEqual(expect.arrayContaining(['Monterrey', 'Nuevo Laredo', 'Montevideo']))
    expect(readBranch(db)?.zoneIds.length).toBeGreaterThan(0)
    const found = listZones(db).flatMap(({ id: zoneId }) =>
      ['DE40432503', 'ZE40389382'].flatMap((invoiceKey) => findByInvoiceNumber(db, { zoneId, invoiceKey })),
    )
    expect(found.map(({ accountKey }) => accountKey).sort()).toEqual(['40989917', '8295249'])
    expect(listInvoices(db, found[0]?.accountId ?? '').length).toBeGreaterThanOrEqual(37)
    expect(currentNotices(db, { on: '2026-11-21' }).length).toBeGreaterThan(0)
    expect(findLegalText(db, { kind: 'privacyNotice', locales: ['es-MX'], zoneId: null })).not.toBeNull()

    const kept = db.prepare<[], string>("SELECT id FROM invoice WHERE data ->> 'hasDocument' LIMIT 1").pluck().get()
    const document = await client.getInvoiceDocument(kept ?? '')
    expect(document.ok && Buffer.from(document.value.subarray(0, 5)).toString()).toBe('%PDF-')
    db.close()
  } finally {
    await Promise.all([sync.stop(), client.close()])
    await sandbox.close()
    rmSync(directory, { recursive: true })
  }
})
