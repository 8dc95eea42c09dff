import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createContractsService } from '../../../electron/services/contracts.ts'
import { createDocuments } from '../../../electron/services/documents.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import { payTogether, type PayGroup } from '../../../shared/contract/payment.ts'
import { auditSubjectOf } from '../../../electron/documents/documentTypes.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf } from '../../fakes/fakeCounter.ts'
import { nobodysVisit } from '../../fakes/visitAccounts.ts'
import { aZone, anAccount, anInvoice, putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aCopy } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { checkPdf, readCodes, textOf } from '../../fixtures/documents/readPaper.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const drawing = startDrawing({ log: silentLog })
/** A Saturday. */
const clock = fakeClock('2026-11-21T16:42:00Z')
const montevideo = aZone({ id: 'zona-montevideo', name: 'Montevideo', currency: 'UYU', locale: 'es-UY', timeZone: 'America/Montevideo' })
const zoneId = 'zona-monterrey'
const ids = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5']
const everybody = counterOf({ kind: 'customer', customerId: 'c-1', customerSessionId: null, accountIds: ids })

let folder: string
let db: WritableDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-together-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  putBanks(db, banks)
  const street = { ...anAccount().supplyAddress, street: 'Río Hondo', exterior: '4' }
  putIntoCache(db, {
    zones: [aZone({ id: zoneId }), aZone({ id: 'zona-nuevo-laredo', name: 'Nuevo Laredo' }), montevideo],
    accounts: [
      anAccount({ zoneId }),
      anAccount({ id: 'a-2', zoneId, number: '8295249', checkDigit: '3', supplyAddress: street }),
      anAccount({ id: 'a-3', zoneId, number: '7311020', checkDigit: '1', balance: 0 }),
      anAccount({ id: 'a-4', zoneId: 'zona-montevideo', number: '367573' }),
      anAccount({ id: 'a-5', zoneId: 'zona-nuevo-laredo', number: '6022116' }),
    ],
    invoices: [
      anInvoice({ paymentReference: '81040989917404325030' }),
      anInvoice({
        id: 'i-oct',
        number: 'DE 3943 2503',
        issuedOn: '2026-10-10',
        dueOn: '2026-11-02',
        status: 'overdue',
        balance: 50_00,
        paymentReference: '81040989917394325030',
      }),
      anInvoice({ id: 'i-2', accountId: 'a-2', number: 'ZE 4038 9382', balance: 700_00, paymentReference: '81082952493403893820' }),
      anInvoice({ id: 'i-bare', accountId: 'a-2', number: 'ZE 4038 0000', balance: 90_00, paymentReference: undefined }),
      anInvoice({ id: 'i-3', accountId: 'a-3', number: 'YE 1', balance: 0, status: 'paid' }),
      anInvoice({ id: 'i-4', accountId: 'a-4', number: 'A-140.500.275', paymentReference: '59800512004440432503' }),
      anInvoice({ id: 'i-5', accountId: 'a-5', number: 'XE 1', paymentReference: '86706022116401306565' }),
    ],
  })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})
afterAll(() => drawing.close())

function services(counter = everybody) {
  return createContractsService({ clock, counter, accounts: createAccountAccess({ db, counter }), visiting: nobodysVisit(db) })
}
const options = (counter = everybody) => payTogether.parse(must(services(counter)['contracts.toPay']()))
const documents = (counter = everybody) => createDocuments({ ...drawingParts({ db, clock, drawing }), db, counter })
const slip = (bankId: string, accountIds: string[], invoiceIds: string[]): DocumentRef => ({ kind: 'slip', bankId, invoiceIds, accountIds })
const both = (bankId: string): DocumentRef => slip(bankId, ['a-1', 'a-2'], ['i-oct', 'i-1', 'i-2'])
const change = (what: 'account' | 'invoice', id: string, path: string, value: unknown): void =>
  void db.prepare(`UPDATE ${what} SET data = json_set(data, ?, ?) WHERE id = ?`).run(path, value, id)
const withdraw = (accountId: string): void => void db.prepare('UPDATE account SET deleted = 1, data = NULL WHERE id = ?').run(accountId)

describe('which contracts can be paid with one slip', () => {
  it('are those of one zone that owe something with a reference; the others are counted', () => {
    const { groups, apart } = options()
    expect(groups.map((group) => [group.zoneId, group.contracts.map(({ account }) => account.id)])).toEqual([[zoneId, ['a-1', 'a-2']]])
    expect(apart).toBe(2)
    const [{ contracts, conventions }] = groups as [PayGroup]
    expect(conventions.currency).toBe('MXN')
    expect(contracts).toMatchObject([
      { invoiceIds: ['i-oct', 'i-1'], overdue: 1, total: 128_450 + 50_00, payBy: '2026-11-23', counterOnly: 0 },
      { invoiceIds: ['i-2'], overdue: 0, total: 700_00, payBy: '2026-12-02', counterOnly: 1 },
    ])
    expect(must(services()['contracts.list']()).canPayTogether).toBe(true)
  })

  it('says of each place of the zone whether each invoice has a part of its own, and whose bars it cannot read', () => {
    change('invoice', 'i-2', '$.paymentReference', '8108295249340389382')
    const places = options().groups[0]?.places ?? []
    expect(places.map(({ name, partEach, barless }) => [name, partEach, barless])).toEqual([
      ['Banamex', false, []],
      ['Banorte', false, []],
      ['BBVA', false, []],
      // An odd number of digits, which interleaved bars do not carry.
      ['HSBC', true, ['a-2']],
      ['OXXO', true, []],
    ])
  })

  it('are none where only one of a zone owes, or no bank is there', () => {
    change('invoice', 'i-2', '$.status', 'paid')
    expect(options()).toEqual({ groups: [], apart: 4 })
    expect(must(services()['contracts.list']()).canPayTogether).toBe(false)
    change('invoice', 'i-2', '$.status', 'open')
    expect(options().groups).toHaveLength(1)
    db.prepare('UPDATE bank SET deleted = 1').run()
    expect(options().groups).toEqual([])
  })

  it('are only those that the session holds, and that are there', () => {
    const one = counterOf({ kind: 'invoiceHolder', bills: [{ accountId: 'a-1', invoiceId: 'i-1' }] })
    expect(options(one)).toEqual({ groups: [], apart: 1 })
    expect(options(counterOf({ kind: 'visitor' }))).toEqual({ groups: [], apart: 0 })
    withdraw('a-2')
    expect(options()).toEqual({ groups: [], apart: 3 })
  })
})

describe('whether a session may have the slip', () => {
  const problem = (ref: DocumentRef, counter = everybody) => problemOf(documents(counter).authorize(ref))

  it('names all contracts, and whose they are in the audit', () => {
    const ref = both('banco-bbva')
    expect(must(documents().authorize(ref))).toMatchObject({
      accountId: 'a-1',
      accountIds: ['a-1', 'a-2'],
      name: 'BBVA · DE 3943 2503, DE 4043 2503, ZE 4038 9382',
    })
    expect(auditSubjectOf(ref)).toEqual({ bankId: 'banco-bbva', invoiceIds: 'i-oct i-1 i-2', accountIds: 'a-1 a-2' })
  })

  it.each<[string, DocumentRef, string]>([
    ['of an invoice of an account that is not named', slip('banco-bbva', ['a-1', 'a-2'], ['i-1', 'i-2', 'i-5']), 'not-allowed'],
    ['with an account that pays nothing', slip('banco-bbva', ['a-1', 'a-2'], ['i-1', 'i-oct']), 'not-allowed'],
    ['with an account twice', slip('banco-bbva', ['a-1', 'a-1'], ['i-1']), 'not-allowed'],
    ['with an invoice that is not there', slip('banco-bbva', ['a-1', 'a-2'], ['i-1', 'i-2', 'no-such']), 'not-allowed'],
    ['of two zones of one company and one bank', slip('banco-bbva', ['a-1', 'a-5'], ['i-1', 'i-5']), 'not-allowed'],
    ['in two currencies', slip('banco-bbva', ['a-1', 'a-4'], ['i-1', 'i-4']), 'not-allowed'],
    ['at a bank that is not there', slip('no-such', ['a-1', 'a-2'], ['i-1', 'i-2']), 'not-allowed'],
    ['with an invoice that is paid', slip('banco-bbva', ['a-1', 'a-3'], ['i-1', 'i-3']), 'paid-meanwhile'],
    ['of two accounts that it does not name', { kind: 'slip', bankId: 'banco-bbva', invoiceIds: ['i-1', 'i-2'] }, 'not-allowed'],
  ])('not one %s', (_, ref, code) => {
    expect(problem(ref)).toBe(code)
  })

  it('not one of an account that the session does not hold, or that was withdrawn meanwhile', () => {
    expect(problem(both('banco-bbva'), counterOf({ kind: 'invoiceHolder', bills: [{ accountId: 'a-1', invoiceId: 'i-1' }] }))).toBe('not-allowed')
    withdraw('a-2')
    expect(problem(both('banco-bbva'))).toBe('account-withdrawn')
  })

  it('not one of an invoice that the utility has changed without its being known', () => {
    db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('invoice', 'i-2', 2, 'invalid')").run()
    expect(options().groups).toEqual([])
    expect(problem(both('banco-bbva'))).toBe('outdated-invoice')
  })
})

describe('the slip', () => {
  async function drawn(ref: DocumentRef): Promise<{ text: string; codes: string[]; sheets: number }> {
    const { bytes, sheets } = must(await documents().draw(ref, { ...aCopy(1), accountId: 'a-1' }))
    const file = join(folder, 'slip.pdf')
    writeFileSync(file, bytes)
    checkPdf(file)
    return {
      text: textOf(file).replace(/ +/g, ' '),
      codes: readCodes(file)
        .map(({ text }) => text)
        .sort(),
      sheets,
    }
  }
  const problem = async (ref: DocumentRef) => problemOf(await documents().draw(ref, aCopy(1)))

  it('has a part for each contract where the reference carries the amount, which says whose it is and how much', async () => {
    const { text, codes, sheets } = await drawn(both('banco-bbva'))
    expect(sheets).toBe(1)
    expect(codes).toEqual([expect.stringMatching(/^81040989917394325030/), expect.stringMatching(/^81082952493403893820/)])
    for (const words of ['$2,034.50', '$1,334.50', '$700.00', '40989917-7', '8295249-3', 'C•••• P•••••• 12', 'R•• H•••• 4', 'Son 2 fichas, una por contrato'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/Poniente|Hondo|Méndez|ZE 4038 0000/)
  })

  it('has a part for each invoice where it does not', async () => {
    const { text, codes } = await drawn(both('banco-hsbc'))
    expect(codes).toEqual(['81040989917394325030', '81040989917404325030', '81082952493403893820'])
    expect(text).toContain('Son 3 fichas, una por factura')
  })

  it('leaves out a contract that was paid since it was asked for; with nothing left there is none', async () => {
    change('invoice', 'i-2', '$.status', 'paid')
    const { text, codes } = await drawn(both('banco-bbva'))
    expect(codes).toHaveLength(1)
    expect(text).toContain('$1,334.50')
    expect(text).not.toContain('8295249')
    for (const id of ['i-1', 'i-oct']) change('invoice', id, '$.status', 'paid')
    expect(await problem(both('banco-bbva'))).toBe('nothing-owed')
  })

  it('is not drawn when a contract is there no more, or an invoice is of somebody else since', async () => {
    change('invoice', 'i-2', '$.accountId', 'a-5')
    expect(await problem(both('banco-bbva'))).toBe('not-found')
    change('invoice', 'i-2', '$.accountId', 'a-2')
    expect(await problem(both('banco-bbva'))).toBeNull()
    withdraw('a-2')
    expect(await problem(both('banco-bbva'))).toBe('not-found')
  })

  it('holds sixty invoices of nine digits', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: `m-${index}`,
      accountId: index < 58 ? 'a-1' : 'a-2',
      number: `MM ${1000 + index} 0000`,
      balance: 9_999_999_99,
      paymentReference: `8104098991740${1000 + index}030`,
    }))
    putIntoCache(db, { invoices: many.map(anInvoice) })
    const ref = slip(
      'banco-bbva',
      ['a-1', 'a-2'],
      many.map(({ id }) => id),
    )
    expect(must(documents().authorize(ref)).name).toBe('BBVA · MM 1000 0000, MM 1001 0000, MM 1002 0000 … (60)')
    const { text, codes, sheets } = await drawn(ref)
    expect(codes).toHaveLength(2)
    expect(sheets).toBeLessThanOrEqual(6)
    expect(text).toContain('$599,999,999.40')
    for (const { number } of many) expect(text).toContain(number)
  })
})
