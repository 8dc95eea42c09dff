import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { branchAlone } from '../../../electron/cache/accountReaders.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { paidDays } from '../../../electron/cache/queries/payments.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { paymentProof } from '../../../electron/documents/types/paymentProof.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createPaymentsService } from '../../../electron/services/payments.ts'
import { applyBatch } from '../../../electron/sync/apply.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'
import { paymentList, type PaymentList } from '../../../shared/contract/payments.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { remove, upsert } from '../../fakes/utility.ts'
import { aPayment, aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { aCopy, aPreview } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { noneBegun } from '../../fixtures/documents/noneBegun.ts'
import { checkPdf, textOf } from '../../fixtures/documents/readPaper.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const zone = aZone({ id: 'zona-monterrey' })
const ofTwo = ['de40432503', 'DE 3943 2503', 'DE-3943-2503', 'ZZ 1', ' ', 'ZZ 2']
const changes = [
  upsert('zone', zone),
  upsert('account', anAccount({ zoneId: zone.id })),
  upsert('account', anAccount({ id: 'a-2', zoneId: zone.id, number: '2' })),
  upsert('account', anAccount({ id: 'a-many', zoneId: zone.id, number: '3' })),
  upsert('account', anAccount({ id: 'a-none', zoneId: zone.id, number: '4' })),
  ...banks.map((bank) => upsert('bank', bank)),
  upsert('invoice', anInvoice({ status: 'paid', balance: 0 })),
  upsert('invoice', anInvoice({ id: 'i-sep', number: 'DE 3943 2503', periodEnd: '2026-09-30', total: 50_00, status: 'paid', balance: 0 })),
  upsert('payment', aPayment({ id: 'p-two', amount: 133_450, reference: ' REF-77 ', invoiceNumbers: ofTwo })),
  upsert('payment', aPayment({ id: 'p-back', paidOn: '2026-11-12', amount: -50_00, channel: 'oxxo', reference: 'R5', invoiceNumbers: ['DE 3843 2503'] })),
  upsert('payment', aPayment({ id: 'p-bounced', paidOn: '2026-11-10', amount: 50_00, channel: 'OXXO', reference: 'R5', invoiceNumbers: ['DE 3843 2503'] })),
  upsert('payment', aPayment({ id: 'p-changed', paidOn: '2026-01-02', channel: 'Farmacias Azul' })),
  upsert('payment', Object.assign(aPayment({ id: 'p-changed' }), { amount: 'mucho' }), 2),
  upsert('payment', aPayment({ id: 'p-gone' })),
  remove('payment', 'p-gone', 2),
  upsert('payment', aPayment({ id: 'p-theirs', accountId: 'a-2' })),
  ...Array.from({ length: 260 }, (_, index) =>
    upsert('payment', aPayment({ id: `m-${String(index).padStart(3, '0')}`, accountId: 'a-many', paidOn: '2026-05-01' })),
  ),
]

const drawing = startDrawing({ log: silentLog })
const clock = fakeClock('2026-11-21T16:42:00Z')
let folder: string
let db: WritableDb

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-payments-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'feed' })
  adoptOrigin(db, 'here')
  applyBatch(db, toBatch(null, { changes, cursor: '1', hasMore: false, serverTime: '2026-11-21T12:05:00Z' }), (work) => work())
})
afterAll(async () => {
  await drawing.close()
  db.close()
  rmSync(folder, { recursive: true })
})

const counter = counterOf(holderOf('a-1'))
const ask = (accountId: string, who = counterOf(holderOf(accountId))) =>
  createPaymentsService({ accounts: createAccountAccess({ db, counter: who }) })['payments.list']({ accountId })
const listOf = (accountId: string): PaymentList => {
  const answer = ask(accountId)
  if (answer instanceof Promise) throw new Error('it answers at once')
  return must(answer)
}

describe('the payments of an account', () => {
  it('come newest first, with how they were paid, their invoices once each and how they stand', () => {
    const { payments, count } = listOf('a-1')
    expect(count).toBe(4)
    expect(payments.map(({ id, way, place, standing }) => [id, way, place, standing.kind])).toEqual([
      ['p-two', 'bank', 'BBVA', 'recorded'],
      ['p-back', 'store', 'OXXO', 'return'],
      ['p-bounced', 'store', 'OXXO', 'returned'],
      ['p-changed', 'other', 'Farmacias Azul', 'outdated'],
    ])
    expect(payments[0]).toMatchObject({
      reference: 'REF-77',
      invoiceCount: 4,
      invoices: [
        { number: 'DE 4043 2503', known: { id: 'i-1', month: '2026-10' } },
        { number: 'DE 3943 2503', known: { id: 'i-sep', month: '2026-09' } },
        { number: 'ZZ 1', known: null },
      ],
    })
    expect(payments[2]?.standing).toEqual({ kind: 'returned', on: '2026-11-12' })
    expect(payments[3]).toMatchObject({ reference: null, invoices: [], invoiceCount: 0 })
  })

  it('answers what the contract says: of many the newest two hundred, and of an account without any none', () => {
    const many = listOf('a-many')
    expect(() => paymentList.parse(many)).not.toThrow()
    expect([many.count, many.payments.length, many.payments[0]?.id]).toEqual([260, 200, 'm-259'])
    expect(listOf('a-none')).toMatchObject({ count: 0, payments: [] })
  })

  it('are nobody else’s', () => {
    expect(ask('a-2', counter)).toEqual({ ok: false, problem: { code: 'not-allowed' } })
  })

  it('what was taken back is no day on which an invoice was paid', () => {
    expect(paidDays(db, 'a-1').has('DE38432503')).toBe(false)
  })
})

describe('the proof', () => {
  const parts = () => drawingParts({ db, clock, drawing })
  const draw = (paymentId: string, rendition = aCopy(2)) => paymentProof.draw.documents({ kind: 'paymentProof', paymentId }, rendition, parts())
  const authorize = (paymentId: string) =>
    paymentProof.authorize({ kind: 'paymentProof', paymentId }, { db, readers: branchAlone(db), clock, counter, begun: noneBegun })
  async function words(paymentId: string, rendition = aCopy(2)): Promise<string> {
    const file = join(folder, 'proof.pdf')
    writeFileSync(file, must(await draw(paymentId, rendition)).bytes)
    checkPdf(file)
    return textOf(file)
  }

  it('says on one sheet what was paid, how and for what, of which day the data are, and which copy it is', async () => {
    expect(must(await draw('p-two'))).toMatchObject({ sheets: 1, kind: 'paymentProof', media: 'letter' })
    const text = await words('p-two')
    for (const said of ['Comprobante de pago', 'Copia 2', '$1,334.50', '18 de noviembre de 2026', 'Banco: BBVA', 'REF-77', 'Ana Méndez Prieto', 'ZZ 1', 'ZZ 2'])
      expect(text).toContain(said)
    expect(text).toContain('Dice lo que la empresa tenía registrado el 21 de noviembre de 2026 a las 06:05.')
    expect(await words('p-two', aPreview)).not.toContain('Copia')
  })

  it('of one that was taken back, or changed, says so', async () => {
    expect(await words('p-bounced')).toContain('Este pago se devolvió o se anuló el 12 de noviembre de 2026')
    expect(await words('p-changed')).toContain('La empresa modificó este pago')
  })

  it('is known by its day and amount, and is for whoever may read the account', () => {
    expect(must(authorize('p-two'))).toEqual({ accountId: 'a-1', name: '18 nov 2026, $1,334.50' })
    for (const id of ['p-theirs', 'p-gone', 'nothing']) expect(problemOf(authorize(id))).toBe('not-allowed')
    expect(paymentProof.accountOf({ kind: 'paymentProof', paymentId: 'p-two' }, db)).toBe('a-1')
  })

  it('is not drawn of a payment that is gone', async () => {
    expect(problemOf(await draw('p-gone'))).toBe('not-found')
  })
})
