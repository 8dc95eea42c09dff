import { beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/result.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aForm, aNotice, openRequestServices } from '../../fixtures/outbox/requestServices.ts'

type Services = ReturnType<typeof openRequestServices>
let { db, orders, visit, put } = {} as Services

beforeEach(() => {
  ;({ db, orders, visit, put } = openRequestServices())
})

describe('the privacy notice for an account of another zone than the branch’s', () => {
  const ofWater = { ...aNotice, id: 'l-water', version: '7', zoneId: 'z-water' }
  const ofHome = { ...aNotice, id: 'l-home', version: '9', zoneId: 'z-1' }
  const shown = (accountId: string | null = null) => visit.privacyNotice['kiosk.privacyNotice']({ language: 'es', accountId })
  const withNotice = ({ id, version }: { id: string; version: string }) => ({ accountId: 'a-w', invoiceId: 'i-w', privacyNotice: { id, version } })

  beforeEach(() => {
    putIntoCache(db, {
      zones: [aZone({ id: 'z-1', name: 'A' }), aZone({ id: 'z-water', name: 'Querétaro', service: 'water' })],
      accounts: [anAccount({ id: 'a-w', zoneId: 'z-water' })],
      invoices: [anInvoice({ id: 'i-w', accountId: 'a-w' })],
    })
    for (const text of [ofWater, ofHome]) put('legal_text', text, { kind: 'privacyNotice' })
  })

  it('shows the notice of that zone’s company, whichever account was opened last, and the branch’s without one', () => {
    visit.counter.openAccount('a-w', 'i-w')
    visit.counter.openAccount('a-1', 'i-1', { beside: true })
    expect(shown('a-w')).toMatchObject({ ok: true, value: { id: 'l-water', version: '7' } })
    expect(shown()).toMatchObject({ ok: true, value: { id: 'l-home', version: '9' } })
  })

  it('shows none of an account that the session does not hold', () => {
    visit.counter.openAccount('a-w', 'i-w')
    expect(shown('a-1')).toEqual(failure({ code: 'not-allowed' }))
    visit.counter.end('finished')
    expect(shown('a-w')).toEqual(failure({ code: 'not-allowed' }))
  })

  it('shows it also where a general notice is in the variant of the language that the screen speaks', () => {
    putIntoCache(db, {
      zones: [aZone({ id: 'z-uy', name: 'Montevideo', currency: 'UYU', locale: 'es-UY' })],
      accounts: [anAccount({ id: 'a-uy', zoneId: 'z-uy' })],
      invoices: [anInvoice({ id: 'i-uy', accountId: 'a-uy' })],
    })
    const general = { ...aNotice, id: 'l-general', zoneId: null, locale: 'es-MX' }
    const ofUruguay = { ...aNotice, id: 'l-uy', zoneId: 'z-uy', locale: 'es-UY' }
    for (const text of [general, ofUruguay]) put('legal_text', text, { kind: 'privacyNotice' })
    visit.counter.openAccount('a-uy', 'i-uy')
    for (const language of ['es', 'es-MX', 'es-UY']) {
      expect(visit.privacyNotice['kiosk.privacyNotice']({ language, accountId: 'a-uy' })).toMatchObject({ ok: true, value: { id: 'l-uy' } })
    }
  })

  it('keeps the consent to that notice, and takes none to the branch’s', () => {
    visit.counter.openAccount('a-w', 'i-w')
    expect(visit.requests['requests.file'](aForm(withNotice(ofHome)))).toEqual(failure({ code: 'notice-changed' }))
    expect(visit.requests['requests.file'](aForm(withNotice(ofWater)))).toMatchObject({ ok: true })
    expect(orders.map(({ message }) => message.payload)).toMatchObject([{ replyTo: { consent: { legalTextId: 'l-water', version: '7' } } }])
  })

  it('shows and asks for none where only the branch’s zone has one', () => {
    db.exec("UPDATE legal_text SET deleted = 1 WHERE id <> 'l-home'")
    visit.counter.openAccount('a-w', 'i-w')
    expect(shown('a-w')).toEqual(failure({ code: 'not-found' }))
    expect(visit.requests['requests.file'](aForm({ accountId: 'a-w', invoiceId: 'i-w', privacyNotice: null }))).toMatchObject({ ok: true })
  })
})
