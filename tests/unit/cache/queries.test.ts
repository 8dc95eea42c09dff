import { beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { readBranch } from '../../../electron/cache/queries/branch.ts'
import { findByInvoiceNumber, findInvoice, listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { findLegalText } from '../../../electron/cache/queries/legalTexts.ts'
import { accountNotices, currentNotices } from '../../../electron/cache/queries/notices.ts'
import { findZone, listZones } from '../../../electron/cache/queries/zones.ts'
import { applyBatch } from '../../../electron/sync/apply.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'
import type { LegalText } from '../../../shared/utility-api/generated/types.gen.ts'
import { remove, upsert } from '../../fakes/utility.ts'
import { aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'

let db: WritableDb
let cursor: string | null
beforeEach(() => {
  db = openDatabase(':memory:', { role: 'feed' })
  adoptOrigin(db, 'here')
  cursor = null
})

/** Puts changes into the cache the way they get there. */
function sync(...changes: unknown[]): void {
  const next = String(Number(cursor ?? 0) + 1)
  const { accepted } = applyBatch(db, toBatch(cursor, { changes, cursor: next, hasMore: false, serverTime: '2026-11-21T16:42:00Z' }), (work) => work())
  expect(accepted).toBe(true)
  cursor = next
}

describe('zones and branch', () => {
  it('come in order of name, as Spanish orders it', () => {
    sync(
      upsert('zone', aZone({ id: '1', name: 'Querétaro' })),
      upsert('zone', aZone({ id: '2', name: 'Área Norte' })),
      upsert('zone', aZone({ id: '3', name: 'Bajío Sur' })),
    )
    expect(listZones(db).map(({ name }) => name)).toEqual(['Área Norte', 'Bajío Sur', 'Querétaro'])
    sync(remove('zone', '2', 2))
    expect(findZone(db, '2')).toBeNull()
    expect(findZone(db, '3')?.name).toBe('Bajío Sur')
  })

  it('no branch is known at first', () => {
    expect(readBranch(db)).toBeNull()
  })
})

describe('finding an invoice by its number', () => {
  const bill = { zoneId: 'z-mty', invoiceKey: 'DE40432503' }

  it('tells what else the bill must show, and needs the zone to agree', () => {
    sync(upsert('account', anAccount()), upsert('invoice', anInvoice()))
    expect(findByInvoiceNumber(db, bill)).toEqual([{ accountId: 'a-1', invoiceId: 'i-1', accountKey: '40989917', checkDigit: '7' }])
    expect(findByInvoiceNumber(db, { ...bill, zoneId: 'z-2' })).toEqual([])
    expect(findByInvoiceNumber(db, { ...bill, invoiceKey: 'DE40432504' })).toEqual([])
  })

  it('finds nothing of an account that is not here or was deleted', () => {
    sync(upsert('invoice', anInvoice()))
    expect(findByInvoiceNumber(db, bill)).toEqual([])
    expect(findInvoice(db, 'i-1')).toBeNull()
    sync(upsert('account', anAccount()))
    expect(findByInvoiceNumber(db, bill)).toHaveLength(1)
    expect(findInvoice(db, 'i-1')).toEqual(anInvoice())
    sync(remove('account', 'a-1', 2))
    expect(findByInvoiceNumber(db, bill)).toEqual([])
    expect(findInvoice(db, 'i-1')).toBeNull()
    expect(findAccount(db, 'a-1')).toBeNull()
  })

  it('searches by index alone', () => {
    const plan = db
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT 1 FROM invoice CROSS JOIN account ON account.id = invoice.account_id
         WHERE invoice.number_key = 'A' AND account.zone_id = 'z'`,
      )
      .all()
    expect(plan.map(({ detail }) => detail.split(' ').slice(0, 2).join(' '))).toEqual(['SEARCH invoice', 'SEARCH account'])
  })
})

it("an account's invoices come newest first, those of one day by number", () => {
  const invoice = (id: string, issuedOn: string, number: string) => upsert('invoice', anInvoice({ id, issuedOn, number }))
  sync(
    upsert('account', anAccount()),
    invoice('old', '2025-01-01', 'AA 0000 0001'),
    invoice('b', '2026-01-01', 'BB 0000 0002'),
    invoice('a', '2026-01-01', 'AA-0000-0003'),
  )
  expect(listInvoices(db, 'a-1').map(({ id }) => id)).toEqual(['a', 'b', 'old'])
  expect(listInvoices(db, 'a-2')).toEqual([])
})

it('notices are for everyone and for today', () => {
  const notice = (id: string, more: object) => upsert('notice', { id, title: 'Aviso', body: 'Texto', validFrom: '2026-11-01', ...more } as { id: string })
  sync(
    notice('open', {}),
    notice('last-day', { validFrom: '2026-11-20', validTo: '2026-11-21' }),
    notice('past', { validTo: '2026-11-20' }),
    notice('future', { validFrom: '2026-11-22' }),
    notice('private', { accountId: 'a-1' }),
  )
  expect(currentNotices(db, { on: '2026-11-21' }).map(({ id }) => id)).toEqual(['last-day', 'open'])
})

it('notices for an account are its own and of today, newest first; of one day, that which ends first', () => {
  const notice = (id: string, more: object) =>
    upsert('notice', { id, accountId: 'a-1', title: 'Aviso', body: 'Texto', validFrom: '2026-11-01', ...more } as { id: string })
  sync(
    notice('for-ever', {}),
    notice('ends-soon', { validTo: '2026-11-21' }),
    notice('ends-later', { validTo: '2026-12-31' }),
    notice('newest', { validFrom: '2026-11-21' }),
    notice('past', { validTo: '2026-11-20' }),
    notice('future', { validFrom: '2026-11-22' }),
    notice('withdrawn', {}),
    notice('everyone', { accountId: null }),
    notice('other', { accountId: 'a-2' }),
  )
  sync(remove('notice', 'withdrawn', 2))
  const whose = { accountId: 'a-1', on: '2026-11-21' }
  expect(accountNotices(db, whose).newest.map(({ id }) => id)).toEqual(['newest', 'ends-soon', 'ends-later', 'for-ever'])
  expect(accountNotices(db, whose).more).toBe(false)
  expect(accountNotices(db, { ...whose, accountId: 'a-3' }).newest).toEqual([])
})

describe('the legal text that suits best', () => {
  const text = (id: string, more: Partial<LegalText>) =>
    upsert('legalText', { id, kind: 'privacyNotice', version: '1', locale: 'es-MX', title: 'Aviso', body: 'Texto', ...more })
  const find = (locales: string[], zoneId: string | null = 'z-mty') => findLegalText(db, { kind: 'privacyNotice', locales, zoneId })?.id

  it('goes by language, then zone, then version', () => {
    sync(text('es-1', {}), text('es-10', { version: '10' }), text('es-9', { version: '9' }), text('zone', { zoneId: 'z-mty' }), text('en', { locale: 'en' }))
    expect(find(['es-MX'])).toBe('zone')
    expect(find(['es-MX'], 'z-other')).toBe('es-10')
    expect(find(['en', 'es-MX'])).toBe('en')
    expect(find(['pt', 'en'])).toBe('en')
  })

  it('is the company’s own, though another speaks the language as the branch does', () => {
    sync(text('branch', {}), text('uy', { locale: 'es-UY', zoneId: 'z-uy' }))
    for (const locales of [['es-MX'], ['es-MX', 'es-UY'], ['es', 'es-UY']]) expect(find(locales, 'z-uy')).toBe('uy')
    expect(find(['es-MX', 'es-MX'], 'z-mty')).toBe('branch')
  })

  it('prefers a related language to none, and any text to none', () => {
    sync(text('uy', { locale: 'es-UY' }), text('terms', { kind: 'terms' }))
    expect(find(['es-MX'])).toBe('uy')
    expect(find(['pt'])).toBe('uy')
    expect(findLegalText(db, { kind: 'eInvoiceConsent', locales: ['es-UY'], zoneId: null })).toBeNull()
  })
})
