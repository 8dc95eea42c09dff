import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CorrectionForm } from '../../../shared/contract/outbox.ts'
import { writeFolio } from '../../../shared/domain/folio.ts'
import { textToSend } from '../../../shared/domain/requestText.ts'
import type { Result } from '../../../shared/result.ts'
import type { Command, Topic } from '../../../shared/utility-api/generated/types.gen.ts'
import { markDelivered, markRefused, PAGE_OF_STATE, readBody, type StoredCommand } from '../../../electron/cache/queries/commands.ts'
import type { Message } from '../../../electron/outbox/outbox.ts'
import { createFolioLookup } from '../../../electron/services/folioLookup.ts'
import { createOutboxDesk } from '../../../electron/services/outboxDesk.ts'
import { createThrottle } from '../../../electron/session/throttle.ts'
import { fakeClock, type FakeClock } from '../../fakes/clock.ts'
import { aClerk, counterOf } from '../../fakes/fakeCounter.ts'
import { aZone, anAccount, anInvoice, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { startOutboxKiosk, type OutboxKiosk } from '../../fixtures/outbox/outboxKiosk.ts'
import { must, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const topics: Topic[] = [
  { id: 't-price', kind: 'question', name: 'Tarifa' },
  { id: 't-bill', kind: 'question', name: 'Entender mi factura', requiresInvoice: true },
  { id: 't-high', kind: 'claim', name: 'Consumo elevado', requiresInvoice: true, requiresReading: true },
  { id: 't-leak', kind: 'claim', name: 'Fuga', emergency: true },
  { id: 'c-query', kind: 'contact', name: 'Consulta', form: 'query' },
]
const consent = { legalTextId: 'l-1', version: '2', at: '2026-11-20T16:00:00.000Z' }
const replyTo = { email: 'ana@correo.com', phone: '8112345678', consent }
const holder = { kind: 'company', companyName: 'Tortas Ñandú', documentType: 'RFC', documentNumber: 'TNA010101AB1' } as const

/** One message of each kind, as complete as it comes. */
const messages = {
  question: {
    kind: 'question',
    payload: {
      topicId: 't-bill',
      text: textToSend('¿Qué es esto?', { kind: 'question', invoiceNumber: 'DE 4043 2503', addsTo: null }),
      invoiceId: 'i-1',
      replyTo,
    },
  },
  claim: { kind: 'claim', payload: { topicId: 't-high', text: 'Es el doble.', invoiceId: 'i-1', reading: 1234.5, disputedAmount: 12_345, replyTo } },
  reading: { kind: 'reading', payload: { meterNumber: 'M-778812', value: 1240, takenOn: '2026-11-20' } },
  reconnection: { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '8112345678', notes: 'Portón verde' } },
  contact: { kind: 'contact', payload: { topicId: 'c-query', name: 'Ana Méndez', text: '¿A qué hora abren?', accountNumber: '40989917-7', replyTo } },
  holderChange: { kind: 'holderChange', payload: { newHolder: holder, email: 'a@b.mx', phone: '8112345678', effectiveOn: '2026-12-01' } },
  invoiceDelivery: { kind: 'invoiceDelivery', payload: { delivery: 'paper' } },
  contactDetails: { kind: 'contactDetails', payload: { phone: '8112345678' } },
} as const satisfies { [K in Message['kind']]: Extract<Message, { kind: K }> }

let clock: FakeClock
let kiosk: OutboxKiosk
let desk: ReturnType<typeof createOutboxDesk>
beforeEach(() => {
  clock = fakeClock('2026-11-21T16:42:00Z')
  kiosk = startOutboxKiosk({ clock })
  putIntoCache(kiosk.db, { zones: [aZone()], accounts: [anAccount()], invoices: [anInvoice()] })
  for (const topic of topics) kiosk.db.prepare('INSERT INTO topic (id, rev, deleted, data) VALUES (?, 1, 0, ?)').run(topic.id, JSON.stringify(topic))
  // They serve nobody: what they may correct goes by the command.
  desk = createOutboxDesk({ db: kiosk.db, clock, counter: counterOf(aClerk()), outbox: kiosk.outbox })
})

function refused(message: Message, accountId: string | null = message.kind === 'contact' ? null : 'a-1'): StoredCommand {
  const { id } = kiosk.file({ formId: randomUUID(), accountId, message })
  markRefused(kiosk.db, id, { code: 'no', detail: 'No se puede.\nDe verdad.' }, '2026-11-21T16:45:00.000Z')
  return kiosk.command(id)
}
const bodyOf = (id: string): Command | null => readBody(kiosk.command(id).body)
const correct = ({ id: commandId }: { id: string }, form: CorrectionForm, formId: string = randomUUID()) => desk['outbox.correct']({ commandId, formId, form })
const formOf = ({ id: commandId }: { id: string }): CorrectionForm => must(desk['outbox.correction']({ commandId })).form
const problemOf = (result: Result<unknown>): unknown => (result.ok ? null : (result.problem.fields ?? result.problem.code))

describe('a correction', () => {
  it.each(['question', 'claim', 'reading', 'reconnection', 'contact'] as const)(
    'of a %s that changes nothing says what was filed, with the consent that was given',
    (kind) => {
      const old = refused(messages[kind])
      // Days later the window for readings is closed, and the notice another.
      clock.advance(9 * 86_400_000)
      const { commandId, folio } = must(correct(old, formOf(old)))
      expect(bodyOf(commandId)).toMatchObject({ ...messages[kind], accountId: old.accountId, localFolio: folio, actor: { kind: 'clerk', clerkId: '17' } })
      expect(bodyOf(commandId)?.payload).toEqual(messages[kind].payload)
      expect(folio).not.toBe(old.localFolio)
    },
  )

  it('says what the clerk put right, by the rules of its kind', () => {
    const old = refused(messages.claim)
    const form = formOf(old)
    expect(form).toMatchObject({ kind: 'claim', reading: '1234.5', disputedAmount: '123.45', text: 'Es el doble.' })
    expect(problemOf(correct(old, { ...form, kind: 'claim', topicId: 'gone', text: ' ' } as CorrectionForm))).toEqual([
      { field: 'topicId', problem: 'unknown-topic' },
      { field: 'text', problem: 'empty' },
    ])
    const right = { ...form, topicId: 't-leak', text: 'Huele a gas', invoiceId: '', reading: '', disputedAmount: '' } as CorrectionForm
    const { commandId } = must(correct(old, right))
    expect(bodyOf(commandId)?.payload).toEqual({ topicId: 't-leak', text: 'Huele a gas', invoiceId: null, reading: null, replyTo })
  })

  it('names no invoice of another account', () => {
    putIntoCache(kiosk.db, { accounts: [anAccount({ id: 'a-2' })], invoices: [anInvoice({ id: 'i-2', accountId: 'a-2' })] })
    const command = refused(messages.claim)
    expect(problemOf(correct(command, { ...formOf(command), invoiceId: 'i-2' } as CorrectionForm))).toMatchObject([{ field: 'invoiceId' }])
    expect(bodyOf(command.id)?.payload).toMatchObject({ invoiceId: 'i-1' })
  })

  it('of a reading keeps its day, and is none of a meter that was exchanged since', () => {
    const old = refused(messages.reading)
    putIntoCache(kiosk.db, { accounts: [anAccount({ meterNumber: 'M-2' })] })
    expect(problemOf(correct(old, { kind: 'reading', meterNumber: 'M-778812', reading: '1250' }))).toEqual([{ field: 'reading', problem: 'other-meter' }])
    putIntoCache(kiosk.db, { accounts: [anAccount()] })
    const { commandId } = must(correct(old, { kind: 'reading', meterNumber: 'M-778812', reading: '1250' }))
    expect(bodyOf(commandId)?.payload).toEqual({ meterNumber: 'M-778812', value: 1250, takenOn: '2026-11-20' })
  })

  it('is made once: another clerk is told, and the same form answers what it filed', () => {
    const old = refused(messages.question)
    const form = formOf(old)
    const formId = randomUUID()
    const filed = must(correct(old, form, formId))
    expect(must(correct(old, form, formId))).toEqual(filed)
    expect(problemOf(correct(old, form))).toBe('settled-already')
    expect(problemOf(desk['outbox.correction']({ commandId: old.id }))).toBe('settled-already')
    expect(problemOf(desk['outbox.close']({ commandId: old.id, note: 'Ya no' }))).toBe('settled-already')
  })

  it('of one is none of another, though it bears the same form', () => {
    const [one, other] = [refused(messages.question), refused(messages.question)]
    const formId = randomUUID()
    const filed = must(correct(one, formOf(one), formId))
    expect(problemOf(correct(other, formOf(other), formId))).toBe('bad-request')
    expect(must(desk['outbox.open']({ commandId: other.id })).settled).toBeNull()
    expect(must(correct(one, formOf(other), formId))).toEqual(filed)
    expect(must(correct(other, formOf(other))).folio).not.toBe(filed.folio)
  })

  it.each(['holderChange', 'invoiceDelivery', 'contactDetails'] as const)('of a %s is not the clerk’s to make: it can be closed', (kind) => {
    const old = refused(messages[kind])
    expect(must(desk['outbox.open']({ commandId: old.id })).uncorrectable).toBe(kind)
    expect(problemOf(desk['outbox.correction']({ commandId: old.id }))).toBe('not-correctable')
    expect(problemOf(correct(old, { kind: 'reconnection', reason: 'other', phone: '8112345678', notes: '' }))).toBe('not-correctable')
    expect(problemOf(desk['outbox.close']({ commandId: old.id, note: 'Vendrá otra vez' }))).toBeNull()
  })

  it('is not made where the account is gone, or the bytes are no command any more', () => {
    const gone = refused(messages.claim, 'a-9')
    expect(must(desk['outbox.open']({ commandId: gone.id })).uncorrectable).toBe('account')
    expect(problemOf(desk['outbox.correction']({ commandId: gone.id }))).toBe('account-withdrawn')
    expect(problemOf(correct(gone, { kind: 'reconnection', reason: 'other', phone: '8112345678', notes: '' }))).toBe('not-correctable')
    const torn = refused(messages.reconnection)
    kiosk.db.prepare("UPDATE command SET body = x'7b' WHERE id = ?").run(torn.id)
    expect(must(desk['outbox.open']({ commandId: torn.id }))).toMatchObject({ uncorrectable: 'unreadable', facts: [], text: '' })
    expect(problemOf(desk['outbox.correction']({ commandId: torn.id }))).toBe('not-correctable')
  })
})

describe('a command that is opened', () => {
  it('tells what the customer gave, in full, and why the utility refused it', () => {
    const contact = must(desk['outbox.open']({ commandId: refused(messages.contact).id }))
    expect(contact).toMatchObject({ state: 'refused', refusal: { code: 'no', detail: 'No se puede.\nDe verdad.' }, text: '¿A qué hora abren?', settled: null })
    expect(Object.fromEntries(contact.facts.map(({ name, value }) => [name, value]))).toEqual({
      ...{ topic: 'Consulta', contactName: 'Ana Méndez', accountNumber: '40989917-7', email: 'ana@correo.com', phone: '8112345678' },
    })
    const reading = must(desk['outbox.open']({ commandId: refused(messages.reading).id }))
    expect(reading.facts.map(({ name }) => name)).toEqual(['account', 'meter', 'reading', 'takenOn'])
  })

  it('names what it corrects and what corrects it, and so does its folio to whoever holds it', () => {
    const old = refused(messages.question)
    const by = must(correct(old, formOf(old)))
    expect(must(desk['outbox.open']({ commandId: old.id })).settled).toMatchObject({ how: 'corrected', by })
    expect(must(desk['outbox.open']({ commandId: by.commandId })).corrects).toEqual({ commandId: old.id, folio: old.localFolio })
    const lookup = createFolioLookup({ db: kiosk.db, throttle: createThrottle({ db: kiosk.db, clock, log: silentLog }), isReady: () => true })
    expect(must(lookup['requests.byFolio']({ folio: old.localFolio }) as Result<object>)).toMatchObject({ state: 'closed', successor: by.folio })
    expect(must(lookup['requests.byFolio']({ folio: by.folio }) as Result<{ successor: string | null }>).successor).toBeNull()
  })

  it('is found by its folio, however it is typed', () => {
    const { id, localFolio } = refused(messages.question)
    expect(must(desk['outbox.find']({ folio: ` ${localFolio.toLowerCase().replaceAll('-', ' ')} ` }))).toEqual({ commandId: id, folio: localFolio })
    expect(problemOf(desk['outbox.find']({ folio: 'hola' }))).toEqual([{ field: 'folio', problem: 'not-a-folio' }])
    expect(problemOf(desk['outbox.find']({ folio: writeFolio({ series: 'K07', day: '2026-11-20', number: 7 }) }))).toBe('no-such-folio')
  })
})

describe('a closing', () => {
  it('wants a reason that somebody can read', () => {
    const { id: commandId } = refused(messages.question)
    expect(problemOf(desk['outbox.close']({ commandId, note: ' \n ' }))).toEqual([{ field: 'note', problem: 'empty' }])
    expect(problemOf(desk['outbox.close']({ commandId, note: ' \u200b\u202e ' }))).toEqual([{ field: 'note', problem: 'empty' }])
    expect(problemOf(desk['outbox.close']({ commandId, note: 'x'.repeat(301) }))).toEqual([{ field: 'note', problem: 'too-long' }])
    must(desk['outbox.close']({ commandId, note: ' Desistió\u0007 ' }))
    expect(must(desk['outbox.open']({ commandId })).settled).toMatchObject({ how: 'closed', reason: 'Desistió' })
  })
})

describe('the list', () => {
  const list = (state: 'pending' | 'delivered' | 'refused', before: string | null = null) => must(desk['outbox.list']({ state, before }))

  it('has what waits with the time of the oldest, what was delivered, and what still wants somebody', () => {
    const [waiting, delivered] = [kiosk.file(), kiosk.file()]
    markDelivered(kiosk.db, delivered.id, { folio: 'U-1', receivedAt: '2026-11-21T16:43:00Z' })
    const [open, closed] = [refused(messages.question), refused(messages.claim)]
    must(desk['outbox.close']({ commandId: closed.id, note: 'Desistió' }))
    expect(list('pending')).toMatchObject({ counts: { pending: 1, delivered: 1, refused: 1 }, oldestPendingAt: waiting.capturedAt, more: false })
    // What was closed stays in view.
    expect(list('refused').commands.map(({ commandId }) => commandId)).toEqual([closed.id, open.id])
    expect(list('delivered').commands).toMatchObject([{ commandId: delivered.id, utilityFolio: 'U-1' }])
  })

  it('is read by pages of ten thousand commands: each once, newest first, and no page looks at more than itself', () => {
    const add = kiosk.db.prepare(`INSERT INTO command (id, form_id, session_id, kind, account_id, local_folio, captured_at, body, state, attempts, received_at)
      VALUES (?, ?, 's', 'question', 'a-1', ?, '2026-11-21T16:42:00.000Z', x'7b7d', 'delivered', 1, '2026-11-21T16:43:00Z')`)
    kiosk.db.transaction(() => {
      for (let serial = 0; serial < 10_000; serial += 1) add.run(`c-${serial}`, `f-${serial}`, `folio-${serial}`)
    })()
    const seen: string[] = []
    for (let page = list('delivered'); ; page = list('delivered', seen.at(-1) ?? null)) {
      expect(page.commands.length).toBeLessThanOrEqual(25)
      seen.push(...page.commands.map(({ commandId }) => commandId))
      if (!page.more) break
    }
    expect(seen).toEqual(Array.from({ length: 10_000 }, (_, place) => `c-${9_999 - place}`))
    const plan = kiosk.db.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${PAGE_OF_STATE}`).all({ state: 'delivered', before: 'c-5', most: 26 })
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/SEARCH command USING INDEX command_by_state \(state=\? AND seq<\?\)/)
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/TEMP B-TREE|SCAN command/)
  })
})
