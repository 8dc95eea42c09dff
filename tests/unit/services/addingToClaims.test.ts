import { beforeEach, describe, expect, it } from 'vitest'
import type { TopicForm } from '../../../shared/contract/filings.ts'
import { roomForText } from '../../../shared/domain/requestText.ts'
import { failure } from '../../../shared/result.ts'
import { aForm, aRequest, openRequestServices } from '../../fixtures/outbox/requestServices.ts'

let { db, orders, visit, putRequest } = openRequestServices()

beforeEach(() => {
  ;({ db, orders, visit, putRequest } = openRequestServices())
})

describe('a claim that adds to another', () => {
  const adding = (addsTo: string, change: Partial<TopicForm> = {}) =>
    visit.requests['requests.file'](aForm({ formId: '0190f3a1-0000-7000-8000-0000000000aa', addsTo, ...change }))
  const refused = failure({ code: 'invalid-fields', fields: [{ field: 'addsTo', problem: 'unknown-claim' }] })
  const sent = () => orders.at(-1)?.message.payload

  it.each(['received', 'inProgress', 'waitingCustomer'] as const)('goes with the utility’s folio of one that is %s, whichever is named', (status) => {
    putRequest(aRequest({ status, localFolio: 'K09-20261120-00018' }))
    for (const folio of ['MTY-778', 'K09-20261120-00018']) {
      db.exec('DELETE FROM command')
      expect(adding(folio)).toMatchObject({ ok: true, value: { addsTo: 'MTY-778' } })
      expect(sent()).toMatchObject({ addsTo: 'MTY-778', text: 'Agrega información a la reclamación MTY-778\nMe cobran el doble que el mes pasado.' })
    }
  })

  it('goes with the folio given here while the other is still on its way, and stands in the list with it', () => {
    visit.requests['requests.file'](aForm())
    expect(adding('K07-20261121-00428')).toMatchObject({ ok: true })
    expect(sent()).toMatchObject({ addsTo: 'K07-20261121-00428' })
    putRequest(aRequest({ id: 's-2', commandId: '0190f3a1-0000-7000-8000-0000000000aa' }))
    const listed = visit.requests['requests.list']({ accountId: 'a-1' })
    expect(listed.ok && listed.value.requests.map(({ addsTo }) => addsTo)).toContain('K07-20261121-00428')
  })

  it('finds one again that was filed here where the feed tells neither its topic nor its invoice, and goes by the feed where it does', () => {
    visit.requests['requests.file'](aForm())
    const about = () => {
      const listed = visit.requests['requests.list']({ accountId: 'a-1' })
      return listed.ok && listed.value.requests.map(({ topicId, invoiceId }) => ({ topicId, invoiceId }))
    }
    const brought = aRequest({ commandId: aForm().formId })
    putRequest(brought)
    expect(about()).toEqual([{ topicId: 't-high', invoiceId: 'i-1' }])
    putRequest({ ...brought, topicId: 't-leak', invoiceId: 'i-other' })
    expect(about()).toEqual([{ topicId: 't-leak', invoiceId: 'i-other' }])
  })

  it('is not taken for one that is answered, set aside, no claim, another account’s, or nobody’s', () => {
    putRequest(aRequest({ status: 'resolved' }))
    expect(adding('MTY-778')).toEqual(refused)
    putRequest(aRequest({ status: 'inProgress', kind: 'question' }))
    expect(adding('MTY-778')).toEqual(refused)
    putRequest(aRequest({ status: 'inProgress', accountId: 'a-2' }))
    expect(adding('MTY-778')).toEqual(refused)
    expect(adding('MTY-1')).toEqual(refused)
    visit.requests['requests.file'](aForm())
    db.exec('UPDATE command SET state = \'refused\', refusal = \'{"code":"x","detail":"x"}\'')
    expect(adding('K07-20261121-00428')).toEqual(refused)
  })

  it('needs no reading, which the open one has', () => {
    putRequest(aRequest({ status: 'inProgress' }))
    expect(adding('MTY-778', { reading: '' })).toMatchObject({ ok: true })
    expect(sent()).toMatchObject({ addsTo: 'MTY-778', reading: null })
    const alone = visit.requests['requests.file'](aForm({ formId: '0190f3a1-0000-7000-8000-0000000000ab', reading: '' }))
    expect(alone).toEqual(failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem: 'empty' }] }))
  })

  it('is no question', () => {
    putRequest(aRequest({ status: 'inProgress' }))
    expect(adding('MTY-778', { kind: 'question', topicId: 't-bill', reading: '' })).toEqual(refused)
  })

  it('has room for the longest folio beside its text, and no more', () => {
    putRequest(aRequest({ status: 'inProgress' }))
    const room = roomForText({ kind: 'claim', invoiceNumber: null, addsTo: 'MTY-778' })
    expect(adding('MTY-778', { text: 'a'.repeat(room + 1) })).toMatchObject({ ok: false })
    expect(adding('MTY-778', { text: 'a'.repeat(room) })).toMatchObject({ ok: true })
  })
})
