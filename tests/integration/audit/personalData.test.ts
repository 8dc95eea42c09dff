import { afterAll, describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import type { Message } from '../../../electron/outbox/outbox.ts'
import type { DocumentRef } from '../../../shared/contract/documents.ts'
import { anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { mine, NEW_EMAIL, officeCalls, officeChannels, openOfficeAtSandbox } from '../../fixtures/accounts/officeAtSandbox.ts'
import { EMAIL, formOf } from '../../fixtures/accounts/registrationForms.ts'
import { startPaperKiosk } from '../../fixtures/documents/paperKiosk.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { startOutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'
import { must, silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'

/** Nothing else in the program says any of these. */
const planted = {
  givenNames: 'Zenobia',
  familyName: 'Tlacuilo',
  street: 'Callejón del Quetzal',
  phone: '81 1234 5678',
  email: 'zenobia@ejemplo.mx',
  document: 'TLZE800101MNLXYZ01',
  meter: 'M-ZEN-991',
  words: 'Huele a gas en la cocina',
}

/** Each kind that was recorded, once; none of them says anything of a person. */
function recorded(db: WritableDb, secrets: readonly string[]): string[] {
  const rows = db.prepare<[], { what: string }>('SELECT * FROM audit ORDER BY seq').all()
  // As it is stored, and as a search that forgives case and spaces would find it.
  const written = rows.map((row) => JSON.stringify({ ...row, prev: null, hash: null })).join('\n')
  for (const secret of secrets) for (const form of [secret, secret.replaceAll(' ', '')]) expect(written.toLowerCase()).not.toContain(form.toLowerCase())
  return [...new Set(rows.map(({ what }) => what))].sort()
}

const drawing = startDrawing({ log: silentLog })
afterAll(() => drawing.close())

const { email, phone, words } = planted
const consent = { legalTextId: 'factura-electronica-es-mx', version: '2026-01', at: '2026-11-21T16:42:00Z' }
const messages: Message[] = [
  { kind: 'question', payload: { topicId: 'tema-tarifa', text: words, replyTo: { email } } },
  { kind: 'claim', payload: { topicId: 'tema-factura-no-recibida', text: words, invoiceId: null } },
  { kind: 'contact', payload: { topicId: 'contacto-sugerencia', name: `${planted.givenNames} ${planted.familyName}`, text: words } },
  { kind: 'reconnection', payload: { reason: 'paidDebt', phone, notes: words } },
  {
    kind: 'holderChange',
    payload: {
      newHolder: { kind: 'person', givenNames: planted.givenNames, familyName: planted.familyName, documentType: 'CURP', documentNumber: planted.document },
      email,
      phone,
      effectiveOn: '2026-12-01',
    },
  },
  { kind: 'invoiceDelivery', payload: { delivery: 'email', email, consent } },
  { kind: 'contactDetails', payload: { email, phone } },
  { kind: 'reading', payload: { meterNumber: planted.meter, value: 1234, takenOn: '2026-11-21' } },
]

describe('S35 the audit has nothing of a person but identifiers', () => {
  it('of whatever is filed', () => {
    const kiosk = startOutboxKiosk()
    for (const message of messages) kiosk.file({ accountId: message.kind === 'contact' ? null : 'a-1', message })
    expect(recorded(kiosk.db, Object.values(planted))).toEqual(['command.filed'])
  })

  it('of whatever is printed', async () => {
    const kiosk = startPaperKiosk({ drawing, hasTickets: true })
    const { givenNames, familyName, document: documentNumber, meter: meterNumber, street } = planted
    const address = { ...anAccount().supplyAddress, street }
    const holder = { kind: 'person' as const, givenNames, familyName, documentType: 'CURP', documentNumber }
    putIntoCache(kiosk.db, { accounts: [anAccount({ holder, supplyAddress: address, meterNumber, email, phone })], invoices: [anInvoice()] })
    const { commandId } = kiosk.file()
    const papers: DocumentRef[] = [
      { kind: 'duplicate', invoiceId: 'i-1' },
      { kind: 'receipt', commandId },
      { kind: 'statement', accountId: 'a-1', from: '2025-11-22', to: '2026-11-21' },
      { kind: 'slip', bankId: 'b-norte', invoiceIds: ['i-1'] },
      { kind: 'cashTicket', invoiceIds: ['i-1'] },
    ]
    for (const document of papers) {
      const { id } = must(kiosk.printing['printing.print']({ document }))
      await eventually(() => expect(must(kiosk.printing['printing.job']({ jobId: id })).state).toBe('confirmed'))
    }
    const number = anAccount().number
    expect(recorded(kiosk.db, [...Object.values(planted), 'Me cobran el doble', number])).toEqual([
      'command.filed',
      'print.accepted',
      'print.ended',
      'print.requested',
      'print.sent',
    ])
    await kiosk.stop()
  })

  it.each(officeChannels)('of what is asked of the online office by %s, well or badly', async (channel) => {
    const office = await openOfficeAtSandbox()
    const { after, ask } = officeCalls[channel]
    await office.begin[after]()
    await ask(office)
    await office.page.call('signIn.enter', { login: EMAIL, password: 'clave que no es' })
    const { login, password } = sampleLogins.registered
    const { holder, supplyAddress, meterNumber = '', number } = mine
    const names = holder.kind === 'person' ? [holder.givenNames, holder.familyName] : [holder.companyName]
    const form = formOf('invoice')
    const typed = [form.accountNumber, form.invoiceNumber, EMAIL, NEW_EMAIL, login, password, PASSWORD, 'clave que no es']
    const said = recorded(
      office.kiosk.db,
      [...typed, ...names, supplyAddress.street, meterNumber, number].filter((each) => each !== undefined).filter((each) => each !== ''),
    )
    expect(said).toContain('customer.signInFailed')
  })
})
