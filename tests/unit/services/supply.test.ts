import { beforeEach, describe, expect, it } from 'vitest'
import type { FilingForm } from '../../../shared/contract/filings.ts'
import type { Problem } from '../../../shared/problems.ts'
import { failure } from '../../../shared/result.ts'
import { markDelivered } from '../../../electron/cache/queries/commands.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createSupplyService } from '../../../electron/services/supply.ts'
import { anAccount, aZone, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aRequest, openRequestServices } from '../../fixtures/outbox/requestServices.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const FORM = '0190f3a1-0000-7000-8000-000000000001'
const common = { formId: FORM, accountId: 'a-1', privacyNotice: { id: 'l-1', version: '3' } }

let world: ReturnType<typeof openRequestServices>
/** 10:42 on the 21st in Monterrey. */
beforeEach(() => {
  world = openRequestServices()
})

const show = (accountId = 'a-1') => {
  const { clock, counter } = world.visit
  return createSupplyService({ clock, accounts: createAccountAccess({ db: world.db, counter }) })['supply.show']({ accountId })
}
const shown = () => must(show())

type WrongField = NonNullable<Problem['fields']>[number]
type Reconnection = Extract<FilingForm, { kind: 'reconnection' }>
type HolderChange = Extract<FilingForm, { kind: 'holderChange' }>
const file = (form: FilingForm) => world.visit.requests['requests.file'](form)
const reconnect = (change: Partial<Reconnection> = {}) =>
  file({ ...common, kind: 'reconnection', reason: 'paidDebt', phone: '81 8340 0000', notes: ' Pagué ayer. ', ...change })
const person: HolderChange = {
  ...common,
  kind: 'holderChange',
  holderKind: 'person',
  givenNames: ' Ana  María ',
  familyName: 'Méndez',
  secondFamilyName: '',
  companyName: '',
  documentType: 'CURP',
  documentNumber: 'hegg560427mvzrrl05',
  email: 'ana@correo.com',
  phone: '81 8340 0001',
  effectiveOn: '01/12/2026',
}
const company = { holderKind: 'company', givenNames: 'Eva', familyName: 'Ruiz', companyName: 'Hotel Sol, S.A.', documentType: 'RFC' } as const
const change = (changed: Partial<HolderChange> = {}) => file({ ...person, ...changed })

describe('what is shown before anything is asked for', () => {
  it('is what the data say of the account, and the documents of its zone', () => {
    putIntoCache(world.db, { accounts: [anAccount({ status: 'suspended', balance: 12_345 })] })
    expect(shown()).toMatchObject({
      account: { status: 'suspended' },
      today: '2026-11-21',
      totalOwed: 12_345,
      pendingInvoices: 1,
      outdatedInvoices: 0,
      requests: [],
    })
    putIntoCache(world.db, { zones: [aZone({ documentTypes: ['INE', 'RFC'] })] })
    expect(shown().documents).toEqual({ person: ['INE', 'RFC'], company: ['RFC'] })
  })

  it('is nobody else’s', () => {
    expect(show('a-2')).toEqual(failure({ code: 'not-allowed' }))
    world.visit.counter.end('finished')
    expect(show()).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('a reconnection', () => {
  it('is filed with its reason and telephone, and its notes where there are some', () => {
    expect(reconnect()).toMatchObject({ ok: true, value: { kind: 'reconnection', folio: 'K07-20261121-00428', state: 'stored' } })
    world.db.exec('DELETE FROM command')
    expect(reconnect({ notes: ' ' }).ok).toBe(true)
    expect(world.orders.map(({ message }) => message)).toEqual([
      { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '81 8340 0000', notes: 'Pagué ayer.' } },
      { kind: 'reconnection', payload: { reason: 'paidDebt', phone: '81 8340 0000' } },
    ])
  })

  it.each<[string, Partial<Reconnection>, object]>([
    ['no reason', { reason: '' }, { field: 'reason', problem: 'empty' }],
    ['no telephone', { phone: '' }, { field: 'phone', problem: 'empty' }],
    ['a telephone that is none', { phone: '12' }, { field: 'phone', problem: 'phone-too-short' }],
    ['too long notes', { notes: 'a'.repeat(2_001) }, { field: 'notes', problem: 'too-long' }],
  ])('with %s is told what is wrong, and nothing is filed', (_case, changed, problem) => {
    expect(reconnect(changed)).toEqual(failure({ code: 'invalid-fields', fields: [problem as WrongField] }))
    expect(world.orders).toEqual([])
  })

  it('is filed whatever the data say of the account: the utility decides', () => {
    putIntoCache(world.db, { accounts: [anAccount({ status: 'closed', balance: 99 })] })
    expect(reconnect().ok).toBe(true)
  })
})

describe('a change of holder', () => {
  const payload = () => world.orders[0]?.message.payload

  it('names a person, also by a document whose number looks wrong', () => {
    expect(change()).toMatchObject({ ok: true, value: { kind: 'holderChange', state: 'stored' } })
    expect(payload()).toEqual({
      newHolder: { kind: 'person', givenNames: 'Ana María', familyName: 'Méndez', documentType: 'CURP', documentNumber: 'HEGG560427MVZRRL05' },
      email: 'ana@correo.com',
      phone: '81 8340 0001',
      effectiveOn: '2026-12-01',
    })
  })

  it('names a company, which has no family names', () => {
    expect(change(company).ok).toBe(true)
    expect(payload()).toMatchObject({
      newHolder: { kind: 'company', companyName: 'Hotel Sol, S.A.', documentType: 'RFC', documentNumber: 'HEGG560427MVZRRL05' },
    })
    expect(JSON.stringify(payload())).not.toMatch(/Eva|Ruiz|amilyName/u)
    world.db.exec('DELETE FROM command')
    expect(change({ ...company, givenNames: '', familyName: '' }).ok).toBe(true)
  })

  it.each<[string, Partial<HolderChange>, object]>([
    ['no given names', { givenNames: ' ' }, { field: 'givenNames', problem: 'empty' }],
    ['no family name', { familyName: '' }, { field: 'familyName', problem: 'empty' }],
    ['a name of 201 letters', { familyName: 'a'.repeat(201) }, { field: 'familyName', problem: 'too-long' }],
    ['a company without a name', { ...company, companyName: '' }, { field: 'companyName', problem: 'empty' }],
    ['a person’s document for a company', { ...company, documentType: 'CURP' }, { field: 'documentType', problem: 'unknown-document' }],
    ['a document that the zone has not', { documentType: 'CI' }, { field: 'documentType', problem: 'unknown-document' }],
    ['no document', { documentType: '' }, { field: 'documentType', problem: 'empty' }],
    ['no number', { documentNumber: '' }, { field: 'documentNumber', problem: 'empty' }],
    ['a number that is none', { documentNumber: '12<3' }, { field: 'documentNumber', problem: 'bad-characters' }],
    ['no address', { email: '' }, { field: 'email', problem: 'empty' }],
    ['no telephone', { phone: '' }, { field: 'phone', problem: 'empty' }],
    ['no day', { effectiveOn: '' }, { field: 'effectiveOn', problem: 'empty' }],
    ['a day that there is not', { effectiveOn: '31/02/2027' }, { field: 'effectiveOn', problem: 'not-a-date' }],
    ['a day that has passed', { effectiveOn: '20/11/2026' }, { field: 'effectiveOn', problem: 'date-past', day: '2026-11-21' }],
  ])('with %s is told what is wrong, and nothing is filed', (_case, changed, problem) => {
    expect(change(changed)).toEqual(failure({ code: 'invalid-fields', fields: [problem as WrongField] }))
    expect(world.orders).toEqual([])
  })

  it('begins today at the earliest, by the date of the account’s zone', () => {
    // Half past eleven at night in Monterrey, the 22nd elsewhere.
    world.visit.clock.advance(13 * 3_600_000)
    world.visit.counter.openAccount('a-1', 'i-1')
    expect(change({ effectiveOn: '21/11/2026' }).ok).toBe(true)
  })
})

describe('what was filed', () => {
  it('is shown with its state until the feed tells of it, and nothing of other kinds', () => {
    world.putRequest(aRequest({ id: 's-claim' }))
    world.putRequest(aRequest({ id: 's-old', kind: 'holderChange', topic: 'Cambio de titular', status: 'rejected', openedOn: '2026-10-01', folio: 'MTY-1' }))
    reconnect()
    expect(shown().requests).toMatchObject([
      { kind: 'reconnection', state: 'stored', folio: 'K07-20261121-00428', filedOn: '2026-11-21' },
      { kind: 'holderChange', state: 'rejected', utilityFolio: 'MTY-1' },
    ])
    markDelivered(world.db, FORM, { folio: 'MTY-9', receivedAt: '2026-11-21T16:43:00Z' })
    expect(shown().requests[0]).toMatchObject({ state: 'received', utilityFolio: 'MTY-9' })
    world.putRequest(
      aRequest({ id: 's-2', kind: 'reconnection', topic: 'Reconexión', status: 'inProgress', openedOn: '2026-11-21', folio: 'MTY-9', commandId: FORM }),
    )
    expect(shown().requests.map(({ id, state }) => [id, state])).toEqual([
      ['s-2', 'inProgress'],
      ['s-old', 'rejected'],
    ])
  })
})
