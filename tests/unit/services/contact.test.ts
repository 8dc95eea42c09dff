import { beforeEach, describe, expect, it } from 'vitest'
import type { ContactMessage } from '../../../shared/contract/contact.ts'
import { folioState } from '../../../shared/contract/requests.ts'
import type { Problem } from '../../../shared/problems.ts'
import { failure } from '../../../shared/result.ts'
import type { Topic } from '../../../shared/utility-api/generated/types.gen.ts'
import type { AccountReaders } from '../../../electron/cache/accountReaders.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createContactService } from '../../../electron/services/contact.ts'
import { anAccount, aZone, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aForm, aNotice, openRequestServices } from '../../fixtures/outbox/requestServices.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const formIdOf = (serial: number): string => `0190f3a1-0000-7000-8000-${String(serial).padStart(12, '0')}`
const message = (change: Partial<ContactMessage> = {}): ContactMessage => ({
  formId: formIdOf(1),
  privacyNotice: { id: 'l-1', version: '3' },
  noticeOf: null,
  topicId: 'c-query',
  name: ' Ana  Méndez ',
  accountNumber: '',
  message: ' ¿A qué hora abren? ',
  email: 'ana@correo.com',
  phone: '',
  ...change,
})

let world: ReturnType<typeof openRequestServices>
let isReady: boolean
let folios: number

beforeEach(() => {
  world = openRequestServices()
  isReady = true
  folios = 0
  const topics: Topic[] = [
    { id: 'c-thanks', kind: 'contact', name: 'Agradecimiento' },
    { id: 'c-opinion', kind: 'contact', name: 'Opinión', form: 'opinion' },
    { id: 'c-query', kind: 'contact', name: 'Consulta', form: 'query' },
  ]
  for (const topic of topics) world.put('topic', topic)
  // Nobody has an account open.
  world.visit.counter.end('finished')
})

const service = (readers?: AccountReaders) => {
  const { clock, counter } = world.visit
  const file: typeof world.storeCommand = (order) => {
    const filed = world.storeCommand(order)
    // Each has a folio of its own, as the real outbox gives them.
    folios += 1
    world.db.prepare('UPDATE command SET local_folio = ? WHERE form_id = ?').run(`K07-${folios}`, order.formId)
    return filed
  }
  return createContactService({ db: world.db, clock, counter, outbox: { file }, readers, isReady: () => isReady })
}
const file = (change: Partial<ContactMessage> = {}) => service()['contact.file'](message(change))
const filed = () => world.orders[0]

describe('the kinds of message', () => {
  it('are those of the contract in its order, then the others', () => {
    expect(must(service()['contact.topics']()).topics).toEqual([
      { id: 'c-query', name: 'Consulta', form: 'query', emergency: false },
      { id: 'c-opinion', name: 'Opinión', form: 'opinion', emergency: false },
      { id: 'c-thanks', name: 'Agradecimiento', form: null, emergency: false },
    ])
  })

  it('are waited for during the first load', () => {
    world.db.exec('UPDATE topic SET deleted = 1')
    expect(must(service()['contact.topics']()).topics).toEqual([])
    isReady = false
    expect(service()['contact.topics']()).toEqual(failure({ code: 'preparing-data' }))
  })
})

describe('a message', () => {
  it('is filed for a visitor, of no account', () => {
    expect(file()).toMatchObject({ ok: true, value: { kind: 'contact', topic: 'Consulta', state: 'stored' } })
    expect(filed()).toMatchObject({ accountId: null, actor: { kind: 'visitor' } })
    expect(filed()?.message).toEqual({
      kind: 'contact',
      payload: {
        topicId: 'c-query',
        name: 'Ana Méndez',
        accountNumber: null,
        text: '¿A qué hora abren?',
        replyTo: { email: 'ana@correo.com', consent: { legalTextId: 'l-1', version: '3', at: '2026-11-21T16:42:00.000Z' } },
      },
    })
  })

  it.each(['4098-7', '99999999'])('passes an account number on and answers the same whether or not there is one: %s', (accountNumber) => {
    putIntoCache(world.db, { accounts: [anAccount({ number: '4098' })] })
    const answer = must(file({ accountNumber }))
    expect(answer).toMatchObject({ kind: 'contact', topic: 'Consulta', folio: 'K07-20261121-00428' })
    expect(filed()?.accountId).toBeNull()
    expect(filed()?.message.payload).toMatchObject({ accountNumber })
  })

  it('is of no account either while one is open, and shows the notice of that account’s zone', () => {
    world.visit.counter.openAccount('a-1', 'i-1')
    expect(file({ noticeOf: 'a-1' }).ok).toBe(true)
    expect(filed()).toMatchObject({ accountId: null, actor: { kind: 'invoiceHolder' } })
    const elsewhere = { ...aNotice, zoneId: 'z-elsewhere' }
    world.put('legal_text', elsewhere, { kind: 'privacyNotice' })
    putIntoCache(world.db, { zones: [aZone({ id: 'z-elsewhere' })], accounts: [anAccount({ zoneId: 'z-elsewhere' })] })
    expect(file({ formId: formIdOf(2), noticeOf: 'a-1' }).ok).toBe(true)
    expect(file({ formId: formIdOf(3), noticeOf: 'a-other' })).toEqual(failure({ code: 'not-allowed' }))
    world.visit.counter.end('finished')
    expect(file({ formId: formIdOf(3), noticeOf: 'a-1' })).toEqual(failure({ code: 'not-allowed' }))
    expect(file({ formId: formIdOf(3) })).toEqual(failure({ code: 'notice-changed' }))
  })

  it('is not what its form filed for an account before', () => {
    world.visit.counter.openAccount('a-1', 'i-1')
    expect(world.visit.requests['requests.file'](aForm({ formId: formIdOf(1) })).ok).toBe(true)
    expect(file()).toEqual(failure({ code: 'bad-request' }))
    expect(file({ formId: formIdOf(2) })).toMatchObject({ ok: true, value: { kind: 'contact' } })
  })

  it('shows the notice of an account that was read for the visit', () => {
    world.visit.counter.openAccount('a-far', 'i-far')
    const visiting = openDatabase(':memory:', { role: 'feed' })
    putIntoCache(visiting, { zones: [aZone({ id: 'z-far' })], accounts: [anAccount({ id: 'a-far', zoneId: 'z-far' })] })
    const readers: AccountReaders = { of: (id) => (id === 'a-far' ? visiting : world.db), find: (look) => look(world.db) ?? look(visiting) ?? null }
    // No notice is published there.
    const unread = message({ noticeOf: 'a-far', privacyNotice: null })
    expect(service()['contact.file'](unread)).toEqual(failure({ code: 'notice-changed' }))
    expect(service(readers)['contact.file'](unread).ok).toBe(true)
  })

  it.each<[string, Partial<ContactMessage>, NonNullable<Problem['fields']>[number]]>([
    ['no name', { name: ' ' }, { field: 'name', problem: 'empty' }],
    ['no text', { message: '' }, { field: 'message', problem: 'empty' }],
    ['too much text', { message: 'a'.repeat(2_001) }, { field: 'message', problem: 'too-long' }],
    ['an account number that is none', { accountNumber: 'mía' }, { field: 'accountNumber', problem: 'not-digits' }],
    ['an address that is none', { email: 'ana@' }, { field: 'email', problem: 'email-nothing-after' }],
    ['no way to answer', { email: '' }, { field: 'email', problem: 'no-way-to-answer' }],
    ['no way to answer of a kind that is not known', { topicId: 'c-thanks', email: '' }, { field: 'email', problem: 'no-way-to-answer' }],
    ['a topic of another kind', { topicId: 't-price' }, { field: 'topicId', problem: 'unknown-topic' }],
  ])('with %s is told what is wrong, and nothing is filed', (_case, change, problem) => {
    expect(file(change)).toEqual(failure({ code: 'invalid-fields', fields: [problem] }))
    expect(world.orders).toEqual([])
  })

  it('needs one way to answer, and an opinion none', () => {
    expect(file({ email: '', phone: '81 8340 0000' }).ok).toBe(true)
    expect(file({ formId: formIdOf(2), topicId: 'c-opinion', email: '' }).ok).toBe(true)
    expect(world.orders[1]?.message.payload).toMatchObject({ replyTo: { consent: { version: '3' } } })
  })

  it('that is sent again, because its answer was lost, is the same one, and nobody else’s', () => {
    const first = must(file())
    expect(must(file()).commandId).toBe(first.commandId)
    expect(world.orders).toHaveLength(1)
    world.visit.counter.end('finished')
    expect(file()).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('whoever writes and writes', () => {
  const limited = failure({ code: 'message-limit' })

  it('is sent to the counter after five in a visit; the next visitor is not', () => {
    for (const serial of [1, 2, 3, 4, 5]) expect(file({ formId: formIdOf(serial) }).ok).toBe(true)
    expect(file({ formId: formIdOf(6) })).toEqual(limited)
    // What was filed before is still told.
    expect(file({ formId: formIdOf(5) }).ok).toBe(true)
    world.visit.counter.end('finished')
    expect(file({ formId: formIdOf(6) }).ok).toBe(true)
  })

  it('in ever new visits is stopped after forty in an hour', () => {
    for (let serial = 1; serial <= 40; serial += 1) {
      world.visit.counter.end('finished')
      expect(file({ formId: formIdOf(serial) }).ok).toBe(true)
    }
    world.visit.counter.end('finished')
    expect(file({ formId: formIdOf(41) })).toEqual(limited)
    world.visit.clock.advance(3_600_001)
    expect(file({ formId: formIdOf(41) }).ok).toBe(true)
  })
})

describe('its folio', () => {
  it('tells how it stands, and nothing of who wrote it', () => {
    const { folio } = must(file())
    world.db.prepare('UPDATE command SET local_folio = ?').run(folio)
    expect(folioState.parse(must(world.visit.requests['requests.byFolio']({ folio })))).toEqual({
      folio,
      kind: 'contact',
      successor: null,
      state: 'stored',
      utilityFolio: null,
      filedOn: '2026-11-21',
      answerDueOn: null,
    })
  })
})
