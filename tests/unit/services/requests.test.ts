import { beforeEach, describe, expect, it } from 'vitest'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import { writeFolio } from '../../../shared/domain/folio.ts'
import { isUnfinished } from '../../../shared/domain/openClaim.ts'
import { roomForText } from '../../../shared/domain/requestText.ts'
import { failure, success } from '../../../shared/result.ts'
import { insertClosing } from '../../../electron/cache/queries/closings.ts'
import type { FilingOrder } from '../../../electron/outbox/outbox.ts'
import { anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'
import { aForm, aNotice, aRequest, openRequestServices } from '../../fixtures/outbox/requestServices.ts'

type Services = ReturnType<typeof openRequestServices>
let { db, orders, visit, put, putRequest, storeCommand } = {} as Services
let answer: 'stored' | 'full'

beforeEach(() => {
  answer = 'stored'
  ;({ db, orders, visit, put, putRequest, storeCommand } = openRequestServices(() => answer))
})

describe('topics', () => {
  it('are those of questions and claims, in order of name', () => {
    expect(must(visit.requests['requests.topics']()).topics.map(({ name }) => name)).toEqual(['Consumo elevado', 'Entender mi factura', 'Fuga', 'Tarifa'])
  })
})

describe('a form', () => {
  it('becomes a claim with its invoice, reading and consent', () => {
    const filed = visit.requests['requests.file'](aForm({ email: ' ana@example.mx ', phone: '81 8000 1234' }))
    expect(filed).toMatchObject({
      ok: true,
      value: { folio: 'K07-20261121-00428', kind: 'claim', topic: 'Consumo elevado', addsTo: null, emergency: false, state: 'stored' },
    })
    expect(orders[0]).toMatchObject({
      accountId: 'a-1',
      actor: { kind: 'invoiceHolder' },
      message: {
        kind: 'claim',
        payload: {
          topicId: 't-high',
          invoiceId: 'i-1',
          reading: 1230,
          replyTo: { email: 'ana@example.mx', phone: '81 8000 1234', consent: { legalTextId: 'l-1', version: '3', at: '2026-11-21T16:42:00.000Z' } },
        },
      },
    })
  })

  it('carries the amount that is not recognised, in minor units, and none where none was typed', () => {
    visit.requests['requests.file'](aForm({ disputedAmount: '$1,284.50' }))
    db.exec('DELETE FROM command')
    visit.requests['requests.file'](aForm())
    expect(orders.map(({ message }) => 'disputedAmount' in message.payload && message.payload.disputedAmount)).toEqual([128_450, false])
  })

  it('names the invoice of a question in its text too, where a utility of contract 1.0 finds it', () => {
    visit.requests['requests.file'](aForm({ kind: 'question', topicId: 't-bill', reading: '', text: '¿Qué es el cargo fijo?' }))
    expect(orders[0]?.message).toMatchObject({ kind: 'question', payload: { invoiceId: 'i-1', text: 'Factura DE 4043 2503\n¿Qué es el cargo fijo?' } })
  })

  it.each(['question', 'claim'] as const)('takes as much text of a %s as the counter on screen allows, and no more', (kind) => {
    const room = roomForText({ kind, invoiceNumber: 'DE 4043 2503', addsTo: null })
    const about = kind === 'question' ? ({ kind, topicId: 't-bill', reading: '' } as const) : {}
    const tooLong = failure({ code: 'invalid-fields', fields: [{ field: 'text', problem: 'too-long' }] })
    for (const letter of ['ñ', '\u0958', 'e']) expect(visit.requests['requests.file'](aForm({ ...about, text: letter.repeat(room + 1) }))).toEqual(tooLong)
    for (const [index, letter] of ['ñ', '\u0958', 'n\u0303'].entries()) {
      const text = letter.repeat(Math.floor(room / letter.length))
      db.exec('DELETE FROM command')
      expect(visit.requests['requests.file'](aForm({ ...about, formId: `0190f3a1-0000-7000-8000-00000000001${index}`, text }))).toMatchObject({ ok: true })
    }
    for (const { message } of orders) expect('text' in message.payload && message.payload.text.length).toBeLessThanOrEqual(2_000)
  })

  it('keeps lines and drops what is not text', () => {
    visit.requests['requests.file'](aForm({ text: ' uno\r\ndos\u0007\u0000 tres ' }))
    expect(orders[0]?.message).toMatchObject({ payload: { text: 'uno\ndos   tres' } })
  })

  it.each<[string, Partial<TopicForm>, object[]]>([
    [
      'nothing',
      { topicId: '', text: ' \n', invoiceId: '', reading: '' },
      [
        { field: 'topicId', problem: 'empty' },
        { field: 'text', problem: 'empty' },
      ],
    ],
    [
      'no invoice and no reading where the topic wants them',
      { invoiceId: '', reading: '' },
      [
        { field: 'invoiceId', problem: 'empty' },
        { field: 'reading', problem: 'empty' },
      ],
    ],
    ['a topic of another kind', { topicId: 't-price' }, [{ field: 'topicId', problem: 'unknown-topic' }]],
    ['a topic that is not the form’s', { topicId: 't-holder' }, [{ field: 'topicId', problem: 'unknown-topic' }]],
    ['somebody else’s invoice', { invoiceId: 'i-other' }, [{ field: 'invoiceId', problem: 'unknown-invoice' }]],
    ['a reading that is none', { reading: 'mil' }, [{ field: 'reading', problem: 'not-a-number' }]],
    ['more disputed than the invoice comes to', { disputedAmount: '1,284.51' }, [{ field: 'disputedAmount', problem: 'more-than-total' }]],
    ['too much', { text: 'a'.repeat(2001) }, [{ field: 'text', problem: 'too-long' }]],
    ['an address that is none', { email: 'ana@' }, [{ field: 'email', problem: 'email-nothing-after' }]],
    ['a telephone that is none', { phone: '12' }, [{ field: 'phone', problem: 'phone-too-short' }]],
  ])('with %s is told field by field, and nothing is filed', (_case, change, fields) => {
    expect(visit.requests['requests.file'](aForm(change))).toEqual(failure({ code: 'invalid-fields', fields: fields as [] }))
    expect(orders).toEqual([])
  })

  it('takes 2,000 characters', () => {
    expect(visit.requests['requests.file'](aForm({ text: 'ñ'.repeat(2000) })).ok).toBe(true)
  })

  it.each([[null], [{ id: 'l-1', version: '2' }], [{ id: 'l-2', version: '3' }]])('that showed %j as the privacy notice is not filed', (privacyNotice) => {
    expect(visit.requests['requests.file'](aForm({ privacyNotice }))).toEqual(failure({ code: 'notice-changed' }))
  })

  it('needs no notice where the utility publishes none', () => {
    db.exec('UPDATE legal_text SET deleted = 1')
    expect(visit.requests['requests.file'](aForm({ privacyNotice: null })).ok).toBe(true)
  })

  it("needs no notice where the utility publishes none but another zone's", () => {
    const elsewhere = { ...aNotice, zoneId: 'z-elsewhere' }
    put('legal_text', elsewhere, { kind: 'privacyNotice' })
    expect(visit.requests['requests.file'](aForm({ privacyNotice: null })).ok).toBe(true)
  })

  it('is filed for the account of this visit and no other', () => {
    expect(visit.requests['requests.file'](aForm({ accountId: 'a-2' }))).toEqual(failure({ code: 'not-allowed' }))
    visit.counter.end('finished')
    expect(visit.requests['requests.file'](aForm())).toEqual(failure({ code: 'not-allowed' }))
    expect(orders).toEqual([])
  })

  it('says honestly that it could not be stored', () => {
    answer = 'full'
    expect(visit.requests['requests.file'](aForm())).toEqual(failure({ code: 'cannot-store' }))
  })

  it('can be asked for again by who sent it, and not by the next', () => {
    const filed = visit.requests['requests.file'](aForm())
    const commandId = filed.ok ? filed.value.commandId : ''
    expect(visit.requests['requests.filed']({ commandId })).toEqual(filed)
    visit.counter.end('finished')
    visit.counter.openAccount('a-1', 'i-1')
    expect(visit.requests['requests.filed']({ commandId })).toEqual(failure({ code: 'not-allowed' }))
    expect(visit.requests['requests.file'](aForm())).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('what is on its way', () => {
  const list = () => {
    const listed = visit.requests['requests.list']({ accountId: 'a-1' })
    return listed.ok ? listed.value.requests.map(({ folio, utilityFolio, state }) => ({ folio, utilityFolio, state })) : listed
  }
  const here = { folio: 'K07-20261121-00428', utilityFolio: null, state: 'stored' }
  const deliver = (receivedAt: string): void =>
    void db.prepare("UPDATE command SET state = 'delivered', utility_folio = 'MTY-900', received_at = ?").run(receivedAt)
  it('leaves out what a newer program stored', () => {
    visit.requests['requests.file'](aForm())
    expect(list()).toEqual([here])
    db.exec("UPDATE command SET kind = 'meterMove'")
    expect(list()).toEqual([])
  })

  const syncedUntil = (asOf: string): void => void db.prepare('UPDATE feed_state SET as_of = ?').run(asOf)

  it('stands over what was synced', () => {
    putRequest(aRequest({}))
    visit.requests['requests.file'](aForm())
    expect(list()).toEqual([here, { folio: null, utilityFolio: 'MTY-778', state: 'inProgress' }])
  })

  const delivered = { folio: here.folio, utilityFolio: 'MTY-900', state: 'received' }

  it('S44 stands with folio, number and date for as long as the feed is silent about it', () => {
    visit.requests['requests.file'](aForm())
    deliver('2026-11-21T16:43:00Z')
    for (const asOf of ['2026-11-21T16:42:30.000Z', '2026-11-21T16:43:00.001Z', '2026-12-24T00:00:00.000Z', '2036-11-21T00:00:00.000Z']) {
      syncedUntil(asOf)
      expect(list()).toEqual([delivered])
      expect(visit.requests['requests.list']({ accountId: 'a-1' })).toMatchObject({ value: { requests: [{ filedOn: '2026-11-21' }] } })
    }
  })

  it('S44 stands while the feed tells of other requests, and after everything was loaded anew without it', () => {
    visit.requests['requests.file'](aForm())
    deliver('2026-11-21T16:43:00Z')
    putRequest(aRequest({ id: 's-other', localFolio: 'K09-20261120-00012', commandId: '0190f3a1-0000-7000-8000-0000000000ff' }))
    db.exec('DELETE FROM request')
    putRequest(aRequest({ id: 's-other' }))
    syncedUntil('2026-11-28T00:00:00.000Z')
    expect(list()).toEqual([delivered, { folio: null, utilityFolio: 'MTY-778', state: 'inProgress' }])
  })

  it.each(['commandId', 'localFolio'] as const)('S44 gives way to the request of the feed with its %s, and keeps the folio of the receipt', (by) => {
    visit.requests['requests.file'](aForm())
    deliver('2026-11-21T16:43:00Z')
    const marks = { commandId: aForm().formId, localFolio: here.folio }
    for (const accountId of ['a-1', null]) {
      putRequest(aRequest({ accountId, folio: 'MTY-900', status: 'inProgress', [by]: marks[by] }))
      expect(list()).toEqual([{ folio: here.folio, utilityFolio: 'MTY-900', state: 'inProgress' }])
      expect(visit.requests['requests.filed']({ commandId: aForm().formId })).toMatchObject({ ok: true, value: { state: 'inProgress' } })
    }
  })

  it('knows its command and its folio again in another case and without hyphens', () => {
    visit.requests['requests.file'](aForm())
    deliver('2026-11-21T16:43:00Z')
    for (const [id, marks] of [
      ['s-1', { commandId: aForm().formId.toUpperCase() }],
      ['s-2', { localFolio: here.folio.toLowerCase().replaceAll('-', '') }],
    ] as const) {
      putRequest(aRequest({ id, folio: 'MTY-900', status: 'resolved', ...marks }))
      expect(list()).toEqual([{ folio: here.folio, utilityFolio: 'MTY-900', state: 'resolved' }])
      expect(visit.requests['requests.byFolio']({ folio: here.folio })).toMatchObject({ ok: true, value: { state: 'resolved' } })
    }
  })

  it('gives way to one request where the feed tells of it as two, by the command and by the folio', () => {
    visit.requests['requests.file'](aForm())
    deliver('2026-11-21T16:43:00Z')
    const byFolio = aRequest({ id: 's-folio', folio: 'MTY-900', localFolio: here.folio, status: 'received' })
    putRequest(byFolio)
    expect(list()).toEqual([{ folio: here.folio, utilityFolio: 'MTY-900', state: 'received' }])
    const byCommand = aRequest({ id: 's-command', folio: 'MTY-901', commandId: aForm().formId, status: 'resolved' })
    const told = { folio: here.folio, utilityFolio: 'MTY-901', state: 'resolved' }
    for (const accountId of ['a-1', null]) {
      putRequest({ ...byCommand, accountId })
      expect(list()).toEqual([told])
      expect(visit.requests['requests.byFolio']({ folio: here.folio })).toMatchObject({ ok: true, value: told })
      expect(visit.requests['requests.filed']({ commandId: aForm().formId })).toMatchObject({ ok: true, value: told })
    }
  })

  it('of another kiosk stands once too, and two that are of nobody’s command stand both', () => {
    putRequest(aRequest({ id: 's-1', commandId: 'elsewhere', localFolio: 'K09-20261120-00018' }))
    putRequest(aRequest({ id: 's-2', localFolio: 'K09-20261120-00018' }))
    putRequest(aRequest({ id: 's-3', commandId: 'elsewhere' }))
    putRequest(aRequest({ id: 's-4', folio: 'MTY-1' }))
    putRequest(aRequest({ id: 's-5', folio: 'MTY-2' }))
    expect(list()).toHaveLength(3)
  })

  it('says of a refused one that staff will see to it', () => {
    visit.requests['requests.file'](aForm())
    db.prepare(`UPDATE command SET state = 'refused', refusal = '{"code":"unknown-account","detail":"La cuenta no existe"}'`).run()
    expect(list()).toEqual([{ ...here, state: 'setAside' }])
  })

  it.each([
    ['corrected', { correctedBy: 'c-2', reason: null }],
    ['closed', { correctedBy: null, reason: 'Desistió' }],
  ])('says of a refused one that staff %s that it is over', (_how, closing) => {
    visit.requests['requests.file'](aForm())
    db.prepare(`UPDATE command SET state = 'refused', refusal = '{"code":"unknown-account","detail":"La cuenta no existe"}'`).run()
    insertClosing(db, { commandId: aForm().formId, at: '2026-11-21T16:50:00Z', who: 'clerk:17', ...closing })
    expect(list()).toEqual([{ ...here, state: 'closed' }])
    expect(must(visit.requests['requests.list']({ accountId: 'a-1' })).requests.filter(isUnfinished)).toEqual([])
    expect(visit.requests['requests.filed']({ commandId: aForm().formId })).toMatchObject({ value: { state: 'closed' } })
    expect(visit.requests['requests.byFolio']({ folio: here.folio })).toMatchObject({ value: { state: 'closed' } })
  })

  it('is seen by who holds the account alone', () => {
    visit.requests['requests.file'](aForm())
    visit.counter.end('finished')
    expect(visit.requests['requests.list']({ accountId: 'a-1' })).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('a form that filed something already', () => {
  it('answers nothing for another account of the visit', () => {
    const filed = visit.requests['requests.file'](aForm())
    putIntoCache(db, { accounts: [anAccount({ id: 'a-2' })] })
    visit.counter.openAccount('a-2', 'i-other', { beside: true })
    expect(visit.requests['requests.file'](aForm({ accountId: 'a-2' }))).toEqual(failure({ code: 'bad-request' }))
    expect(visit.requests['requests.file'](aForm())).toEqual(filed)
    expect(orders).toHaveLength(1)
  })
})

describe('a folio', () => {
  const ask = (folio: string) => visit.requests['requests.byFolio']({ folio })

  it('of this kiosk tells its state and nothing personal', () => {
    visit.requests['requests.file'](aForm())
    visit.counter.end('finished')
    expect(ask('k07 20261121 00428')).toEqual(
      success(
        expect.objectContaining({ folio: 'K07-20261121-00428', kind: 'claim', state: 'stored', utilityFolio: null, filedOn: '2026-11-21', answerDueOn: null }),
      ),
    )
  })

  it('of another kiosk is known once the feed has it', () => {
    const folio = writeFolio({ series: 'K09', day: '2026-11-20', number: 1 })
    putRequest(aRequest({ localFolio: folio, answerDueOn: '2026-12-01' }))
    expect(ask(folio)).toMatchObject({ ok: true, value: { folio, state: 'inProgress', utilityFolio: 'MTY-778', answerDueOn: '2026-12-01' } })
  })

  const ofOtherKinds: FilingOrder['message'][] = [
    { kind: 'reading', payload: { meterNumber: 'M-1', takenOn: '2026-11-21', value: 12 } },
    { kind: 'invoiceDelivery', payload: { delivery: 'paper' } },
    { kind: 'contactDetails', payload: { phone: '81 8000 1234' } },
    { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '81 8000 1234' } },
  ]
  it.each(ofOtherKinds)('of a command of kind $kind is known too, and breaks nothing', (message) => {
    const { id: sessionId } = visit.counter.current()
    storeCommand({ formId: aForm().formId, sessionId, accountId: 'a-1', actor: { kind: 'invoiceHolder' }, message })
    expect(ask('K07-20261121-00428')).toMatchObject({ ok: true, value: { kind: message.kind, state: 'stored' } })
    expect(visit.requests['requests.filed']({ commandId: aForm().formId })).toMatchObject({ ok: true, value: { kind: message.kind, topic: '' } })
    expect(visit.requests['requests.list']({ accountId: 'a-1' })).toMatchObject({ ok: true })
  })

  it('with a letter in its series for the digit that it looks like is the one that is known, and none of several', () => {
    visit.requests['requests.file'](aForm())
    expect(ask('KO7-20261121-00428')).toMatchObject({ ok: true, value: { folio: 'K07-20261121-00428' } })
    for (const series of ['BO7', '807']) putRequest(aRequest({ id: series, localFolio: writeFolio({ series, day: '2026-11-20', number: 1 }) }))
    expect(ask(writeFolio({ series: 'BO7', day: '2026-11-20', number: 1 }))).toMatchObject({
      ok: true,
      value: { folio: writeFolio({ series: 'BO7', day: '2026-11-20', number: 1 }) },
    })
    expect(ask(writeFolio({ series: '8O7', day: '2026-11-20', number: 1 }))).toEqual(failure({ code: 'no-such-folio' }))
  })

  it('that nobody knows, or that is mistyped, is told apart', () => {
    expect(ask('K07-20261121-00428')).toEqual(failure({ code: 'no-such-folio' }))
    expect(ask('K07-20261121-00427')).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem: 'folio-check' }] }))
    expect(ask('')).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'folio', problem: 'empty' }] }))
  })
})
