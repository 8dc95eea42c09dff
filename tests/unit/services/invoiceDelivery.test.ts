import { beforeEach, describe, expect, it } from 'vitest'
import type { FilingForm } from '../../../shared/contract/filings.ts'
import type { Problem } from '../../../shared/problems.ts'
import { failure } from '../../../shared/result.ts'
import { markDelivered } from '../../../electron/cache/queries/commands.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createInvoiceDeliveryService } from '../../../electron/services/invoiceDelivery.ts'
import { anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { openRequestServices } from '../../fixtures/outbox/requestServices.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const FORM = '0190f3a1-0000-7000-8000-000000000001'
const consent = { id: 'c-1', version: '2' }

let world: ReturnType<typeof openRequestServices>
/** 10:42 on the 21st in Monterrey. */
beforeEach(() => {
  world = openRequestServices()
  publish({ ...consent, locale: 'es-MX', title: 'Factura electrónica' })
})

function publish(text: { id: string; version: string; locale: string; title: string; zoneId?: string }): void {
  const data = JSON.stringify({ kind: 'eInvoiceConsent', body: 'Acepto.', zoneId: null, ...text })
  world.db.prepare("INSERT OR REPLACE INTO legal_text (id, rev, deleted, data, kind) VALUES (?, 1, 0, ?, 'eInvoiceConsent')").run(text.id, data)
}
const account = (change: Parameters<typeof anAccount>[0]): void => putIntoCache(world.db, { accounts: [anAccount(change)] })

const show = (accountId = 'a-1', language = 'es') => {
  const { clock, counter } = world.visit
  return createInvoiceDeliveryService({ clock, counter, accounts: createAccountAccess({ db: world.db, counter }) })['invoiceDelivery.show']({
    accountId,
    language,
  })
}
const shown = () => must(show())
const signIn = (): boolean => world.visit.counter.signIn({ customerId: 'c-1', customerSessionId: null, accountIds: ['a-1'] })

type DeliveryForm = Extract<FilingForm, { kind: 'invoiceDelivery' }>
const common = { formId: FORM, accountId: 'a-1', privacyNotice: { id: 'l-1', version: '3' } }
const ask = (change: Partial<DeliveryForm> = {}) =>
  world.visit.requests['requests.file']({ ...common, kind: 'invoiceDelivery', delivery: 'email', email: '', accepted: true, consent, ...change })
const payload = () => world.orders[0]?.message.payload

describe('what is shown before another way is asked for', () => {
  it('is how the invoices come, the known address masked, and the text to be agreed to', () => {
    account({ invoiceDelivery: 'paper', email: 'ana.mendez@correo.com' })
    expect(shown()).toMatchObject({
      delivery: 'paper',
      byEmail: { address: 'a••••••@correo.com', consent: { ...consent, title: 'Factura electrónica' } },
      asked: null,
    })
  })

  it.each([null, '', 'SIN CORREO', 'a@x.mx; b@x.mx'])('is a sign-in where the utility has %j for an address: a bill in the hand gives it none', (email) => {
    account({ invoiceDelivery: 'paper', email })
    expect(shown()).toMatchObject({ byEmail: null, instead: 'signIn' })
    expect(ask({ email: 'finder@example.com' })).toEqual(failure({ code: 'consent-changed' }))
    expect(world.orders).toEqual([])
  })

  it('lets whoever is signed in give the utility the address that it lacks, and no other', () => {
    account({ invoiceDelivery: 'paper', email: null })
    signIn()
    expect(shown()).toMatchObject({ byEmail: { address: null, consent }, instead: null })
    expect(ask()).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'email', problem: 'empty' }] }))
    expect(ask({ email: ' ana@example.com ' })).toMatchObject({ ok: true })
    expect(payload()).toMatchObject({ delivery: 'email', email: 'ana@example.com' })
  })

  it('keeps to the address that the utility knows, whatever is typed by whom', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    signIn()
    expect(shown()).toMatchObject({ byEmail: { address: 'ana@correo.com' } })
    expect(ask({ email: 'otra@example.com' })).toMatchObject({ ok: true })
    expect(payload()).toMatchObject({ email: 'ana@correo.com' })
  })

  it('is the text in the language of the person, of the zone of the account', () => {
    account({ email: 'ana@correo.com' })
    publish({ id: 'c-en', version: '2', locale: 'en', title: 'Electronic invoice' })
    publish({ id: 'c-other', version: '9', locale: 'en', title: 'Elsewhere', zoneId: 'z-other' })
    expect(must(show('a-1', 'en')).byEmail?.consent).toMatchObject({ id: 'c-en' })
  })

  it('is nobody else’s', () => {
    expect(show('a-2')).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('invoices by e-mail', () => {
  it('are asked for at the address that the utility knows, with the text that was agreed to with its version and the moment', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    expect(ask()).toMatchObject({ ok: true, value: { kind: 'invoiceDelivery', state: 'stored' } })
    expect(payload()).toEqual({
      delivery: 'email',
      email: 'ana@correo.com',
      consent: { legalTextId: 'c-1', version: '2', at: '2026-11-21T16:42:00.000Z' },
    })
  })

  it.each<[string, Partial<DeliveryForm>, Problem]>([
    ['a text of another version', { consent: { id: 'c-1', version: '1' } }, { code: 'consent-changed' }],
    ['no text, where there is one', { consent: null }, { code: 'consent-changed' }],
    ['a text that was not accepted', { accepted: false }, { code: 'invalid-fields', fields: [{ field: 'accepted', problem: 'empty' }] }],
    ['neither of both', { delivery: '' }, { code: 'invalid-fields', fields: [{ field: 'delivery', problem: 'empty' }] }],
    ['paper, which it is', { delivery: 'paper' }, { code: 'invalid-fields', fields: [{ field: 'delivery', problem: 'as-today' }] }],
  ])('are not asked for with %s', (_case, change, problem) => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    expect(ask(change)).toEqual(failure(problem))
    expect(world.orders).toEqual([])
  })

  it('are not to be had where the utility publishes no text: the law wants an express consent', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    world.db.exec("DELETE FROM legal_text WHERE kind = 'eInvoiceConsent'")
    expect(shown()).toMatchObject({ byEmail: null, instead: 'counter' })
    expect(ask({ consent: null })).toEqual(failure({ code: 'consent-changed' }))
  })
})

describe('invoices on paper', () => {
  it('are asked for with nothing else', () => {
    account({ invoiceDelivery: 'email', email: 'ana.mendez@correo.com' })
    expect(ask({ delivery: 'paper', accepted: false, consent: null }).ok).toBe(true)
    expect(payload()).toEqual({ delivery: 'paper' })
  })
})

describe('what was asked for', () => {
  it('is shown until the feed tells of it, and may be taken back meanwhile', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    ask()
    expect(shown()).toMatchObject({ delivery: 'paper', asked: { delivery: 'email', folio: 'K07-20261121-00428', state: 'stored' } })
    markDelivered(world.db, FORM, { folio: 'MTY-9', receivedAt: '2026-11-21T16:43:00Z' })
    expect(shown().asked).toMatchObject({ state: 'received' })
    world.db.exec("UPDATE command SET local_folio = 'K07-20261121-00410'")
    expect(ask({ formId: '0190f3a1-0000-7000-8000-000000000002', delivery: 'paper', consent: null }).ok).toBe(true)
    expect(shown().asked).toBeNull()
    account({ invoiceDelivery: 'email', email: 'ana@correo.com' })
    expect(shown()).toMatchObject({ delivery: 'email', asked: { delivery: 'paper' } })
  })

  it('is told for sixty days: after that the account was changed some other way', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    ask()
    markDelivered(world.db, FORM, { folio: 'MTY-9', receivedAt: '2026-09-21T16:43:00Z' })
    expect(shown().asked).toBeNull()
  })

  it('is no longer shown once the account says so, nor once the utility refused it', () => {
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    ask()
    account({ invoiceDelivery: 'email', email: 'ana@correo.com' })
    expect(shown()).toMatchObject({ delivery: 'email', asked: null })
    account({ invoiceDelivery: 'paper', email: 'ana@correo.com' })
    world.db.exec('UPDATE command SET state = \'refused\', refusal = \'{"code":"x","detail":"y"}\'')
    expect(shown().asked).toBeNull()
  })
})
