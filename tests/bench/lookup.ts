import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WritableDb } from '../../electron/cache/db.ts'
import { openDatabase } from '../../electron/cache/openDatabase.ts'
import { systemClock } from '../../electron/clock.ts'
import { createLookup } from '../../electron/services/lookup.ts'
import { createCounter } from '../../electron/session/counter.ts'
import { createThrottle } from '../../electron/session/throttle.ts'
import { silentLog } from '../fixtures/printing/printingUnderTest.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../fixtures/accounts/branchData.ts'
import { judged, median, milliseconds, percentile, type BenchRow } from './row.ts'

const INVOICES = 1_000_000
const INVOICES_PER_ACCOUNT = 37
const SAMPLES = 20_000
const ROUNDS = 5

const invoiceNumber = (index: number): string => `IN ${String(index).padStart(8, '0')}`
const accountNumber = (account: number): string => String(10_000_000 + account)

/** The same joined row, asked for with the keys in hand. */
const BARE = `
  SELECT account.id AS accountId, invoice.id AS invoiceId, account.check_digit AS checkDigit
  FROM invoice CROSS JOIN account ON account.id = invoice.account_id
  WHERE invoice.number_key = ? AND account.number_key = ? AND account.zone_id = ? LIMIT 1`

/** A look-up among a million invoices: through the service, against the bare prepared statement, alternating over the same bills. */
export async function benchLookup(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  const db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  try {
    fill(db)
    const ratios: { ours: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const bills = Array.from({ length: SAMPLES }, () => Math.floor(Math.random() * INVOICES))
      ratios.push({ bare: measureBare(db, bills), ours: await measureService(db, bills) })
    }
    const ours = median(ratios.map((round) => round.ours))
    const bare = median(ratios.map((round) => round.bare))
    const ratio = median(ratios.map((round) => round.ours / round.bare))
    const work = 'Lookup among 1,000,000 invoices, p99'
    return [judged({ work, measured: milliseconds(ours), baseline: milliseconds(bare), ratio, budget: '≤ 1.7' })]
  } finally {
    db.close()
    rmSync(folder, { recursive: true })
  }
}

function fill(db: WritableDb): void {
  db.transaction(() => {
    putIntoCache(db, {
      zones: [aZone()],
      accounts: Array.from({ length: Math.ceil(INVOICES / INVOICES_PER_ACCOUNT) }, (_, account) =>
        anAccount({ id: `a-${account}`, number: accountNumber(account) }),
      ),
    })
    for (let first = 0; first < INVOICES; first += 10_000) {
      const invoices = Array.from({ length: 10_000 }, (_, offset) => {
        const index = first + offset
        return anInvoice({ id: `i-${index}`, accountId: `a-${Math.floor(index / INVOICES_PER_ACCOUNT)}`, number: invoiceNumber(index) })
      })
      putIntoCache(db, { invoices })
    }
  })()
}

function measureBare(db: WritableDb, bills: number[]): number {
  const statement = db.prepare(BARE)
  const samples = bills.map((index) => {
    const account = accountNumber(Math.floor(index / INVOICES_PER_ACCOUNT))
    const key = invoiceNumber(index).replace(' ', '')
    const start = performance.now()
    const row = statement.get(key, account, 'z-mty')
    const took = performance.now() - start
    if (!row) throw new Error('the bare statement missed')
    return took
  })
  return percentile(samples, 0.99)
}

async function measureService(db: WritableDb, bills: number[]): Promise<number> {
  const clock = systemClock
  const ignore = (): void => undefined
  const counter = createCounter({ clock, isPrinting: () => false, onWarning: ignore, onWithdrawn: ignore, onEnded: ignore })
  const { 'lookup.identify': identify } = createLookup({
    db,
    counter,
    throttle: createThrottle({ db, clock, log: silentLog }),
    clock,
    isReady: () => true,
    isOutOfService: () => false,
  })
  const samples: number[] = []
  for (const index of bills) {
    const request = { zoneId: 'z-mty', accountNumber: accountNumber(Math.floor(index / INVOICES_PER_ACCOUNT)), invoiceNumber: invoiceNumber(index) }
    const start = performance.now()
    const result = await identify(request)
    samples.push(performance.now() - start)
    if (!result.ok) throw new Error('the service missed')
  }
  return percentile(samples, 0.99)
}

if (import.meta.main) console.table(await benchLookup())
