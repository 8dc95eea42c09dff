import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createPaymentService } from '../../../electron/services/payment.ts'
import type { DrawingParts } from '../../../electron/documents/documentType.ts'
import { cashTicket } from '../../../electron/documents/types/cashTicket.ts'
import { slip as slipType } from '../../../electron/documents/types/slip.ts'
import type { DrawnDocument } from '../../../electron/documents/drawnDocument.ts'
import type { Result } from '../../../shared/result.ts'
import { aCopy } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { createCounter, type Counter } from '../../../electron/session/counter.ts'
import type { PayOptions } from '../../../shared/contract/payment.ts'
import { payOptions } from '../../../shared/contract/payment.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { aZone, anAccount, anInvoice, putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { checkPdf, readCodes, textOf } from '../../fixtures/documents/readPaper.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const drawing = startDrawing({ log: silentLog })
const nothing = (): void => undefined

let folder: string
let db: WritableDb
let counter: Counter
/** A Saturday. */
const clock = fakeClock('2026-11-21T16:42:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-payment-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  putIntoCache(db, {
    zones: [aZone({ id: 'zona-monterrey' })],
    accounts: [anAccount({ zoneId: 'zona-monterrey' }), anAccount({ id: 'a-2', zoneId: 'zona-monterrey', number: '40989918' })],
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
      anInvoice({
        id: 'i-sep',
        number: 'DE 3843 2503',
        issuedOn: '2026-09-10',
        dueOn: '2026-10-02',
        status: 'overdue',
        paymentReference: '8104098991738432503',
      }),
      anInvoice({ id: 'i-paid', number: 'DE 3743 2503', issuedOn: '2026-08-10', balance: 0, status: 'paid' }),
      anInvoice({ id: 'i-left', number: 'DE 3743 2504', issuedOn: '2026-08-10', dueOn: '2026-09-02', balance: 50_00, status: 'paid' }),
      anInvoice({ id: 'i-void', number: 'DE 3643 2503', issuedOn: '2026-07-10', status: 'cancelled' }),
      anInvoice({ id: 'i-bare', accountId: 'a-2', number: 'ZE40389382', paymentReference: undefined }),
    ],
  })
  putBanks(db, banks)
  counter = createCounter({ clock, isPrinting: () => false, onWarning: nothing, onWithdrawn: nothing, onEnded: nothing })
  counter.openAccount('a-1', 'i-1')
})

afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})
afterAll(() => drawing.close())

const service = (hasTicketPrinter = true): ReturnType<typeof createPaymentService> =>
  createPaymentService({ clock, accounts: createAccountAccess({ db, counter }), hasTicketPrinter })
const optionsOf = (invoiceId: string): PayOptions => must(service()['payment.options']({ invoiceId }))

describe('where an invoice can be paid', () => {
  it('what is owed, the asked one first, then the oldest, with the day of each', () => {
    const { invoices, total, payBy } = optionsOf('i-1')
    expect(invoices.map(({ id, payBy: day }) => [id, day])).toEqual([
      ['i-1', '2026-12-02'],
      ['i-sep', '2026-11-23'],
      ['i-oct', '2026-11-23'],
    ])
    expect(total).toBe(128_450 + 128_450 + 50_00)
    expect(payBy).toBe('2026-12-02')
  })

  it('an overdue one is good until the next working day', () => {
    expect(optionsOf('i-oct').payBy).toBe('2026-11-23')
  })

  it('banks of the zone in order of name, then stores, each with whether its bars carry the reference', () => {
    const named = (invoiceId: string): [string, string, boolean][] => optionsOf(invoiceId).places.map(({ name, kind, bars }) => [name, kind, bars])
    expect(named('i-1')).toEqual([
      ['Banamex', 'bank', true],
      ['Banorte', 'bank', true],
      ['BBVA', 'bank', true],
      ['HSBC', 'bank', true],
      ['OXXO', 'store', true],
    ])
    // Nineteen digits: an odd number, which HSBC's interleaved bars cannot carry.
    expect(named('i-sep').filter(([, , bars]) => !bars)).toEqual([['HSBC', 'bank', false]])
  })

  it('answers what the contract says, and says whether there is a printer for the desk’s ticket', () => {
    expect(() => payOptions.parse(optionsOf('i-1'))).not.toThrow()
    expect(optionsOf('i-1').cashTicket).toBe(true)
    expect(must(service(false)['payment.options']({ invoiceId: 'i-1' })).cashTicket).toBe(false)
  })

  it('without a reference of the utility no bank can take it, and the desk still can', () => {
    counter.openAccount('a-2', 'i-bare')
    expect(optionsOf('i-bare')).toMatchObject({ places: [], payBy: '2026-12-02' })
  })

  it.each(['i-paid', 'i-left', 'i-void'])('nothing is owed of %s', (invoiceId) => {
    expect(problemOf(service()['payment.options']({ invoiceId }))).toBe('nothing-owed')
  })

  it.each(['i-bare', 'no-such'])('%s is not for this session', (invoiceId) => {
    expect(problemOf(service()['payment.options']({ invoiceId }))).toBe('not-allowed')
  })

  it('is not for a visitor', () => {
    counter.end('finished')
    expect(problemOf(service()['payment.options']({ invoiceId: 'i-1' }))).toBe('not-allowed')
  })
})

describe('the slip', () => {
  const parts = (): DrawingParts => drawingParts({ db, clock, drawing })
  const slip = (bankId: string, invoiceIds: string[]): Promise<Result<DrawnDocument>> =>
    slipType.draw.documents({ kind: 'slip', bankId, invoiceIds }, aCopy(1), parts())
  const kept = (bytes: Uint8Array): string => {
    const file = join(folder, 'slip.pdf')
    writeFileSync(file, bytes)
    checkPdf(file)
    return file
  }

  it('is drawn for several invoices of the account, and read back', async () => {
    const drawn = must(await slip('banco-bbva', ['i-1', 'i-oct']))
    expect(drawn).toMatchObject({ sheets: 1, kind: 'slip', media: 'letter' })
    const file = kept(drawn.bytes)
    // Under the reference of the oldest: 2026-11-23 from 2013, the amount's digit, the constant and the check digits.
    expect(readCodes(file)).toEqual([{ symbology: 'CODE-128', text: expect.stringMatching(/^81040989917394325030516802\d\d$/) }])
    expect(textOf(file)).toContain('$1,334.50')
  })

  it('leaves out what was paid since it was asked for, and is none when nothing is left', async () => {
    expect(textOf(kept(must(await slip('banco-hsbc', ['i-1', 'i-paid'])).bytes))).not.toContain('DE 3743 2503')
    expect(problemOf(await slip('banco-hsbc', ['i-paid', 'i-void']))).toBe('nothing-owed')
  })

  it('asks for an invoice once, however often it is named', async () => {
    expect(readCodes(kept(must(await slip('banco-hsbc', ['i-1', 'i-1'])).bytes))).toHaveLength(1)
  })

  it('is not made for a bank of another zone, a bank that is gone, or invoices of two accounts', async () => {
    expect(problemOf(await slip('red-abitab', ['i-1']))).toBe('not-found')
    expect(problemOf(await slip('no-such', ['i-1']))).toBe('not-found')
    expect(problemOf(await slip('banco-hsbc', ['i-1', 'i-bare']))).toBe('not-found')
    expect(problemOf(await slip('banco-hsbc', ['no-such']))).toBe('not-found')
  })

  it('for the desk comes on a sheet, with what the desk scans', async () => {
    const drawn = must(await cashTicket.draw.documents({ kind: 'cashTicket', invoiceIds: ['i-1'] }, aCopy(1), parts()))
    expect(drawn.kind).toBe('cashTicket')
    const file = kept(drawn.bytes)
    expect(textOf(file)).toContain('Caja de esta sucursal')
    expect(readCodes(file)).toEqual([{ symbology: 'CODE-128', text: '81040989917404325030' }])
  })

  it('for the desk, of an invoice without a reference, says so', async () => {
    const file = kept(must(await cashTicket.draw.documents({ kind: 'cashTicket', invoiceIds: ['i-bare'] }, aCopy(1), parts())).bytes)
    expect(readCodes(file)).toEqual([])
    expect(textOf(file)).toContain('la factura no tiene referencia de pago')
  })
})

it('the sample’s banks carry every reference of the sample', () => {
  for (const invoiceId of ['i-1', 'i-oct']) expect(optionsOf(invoiceId).places.every(({ bars }) => bars)).toBe(true)
})
