import { describe, expect, it, onTestFinished } from 'vitest'
import { createAudit } from '../../../electron/audit/audit.ts'
import { createPersonAudit } from '../../../electron/audit/personAudit.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { insertJob } from '../../../electron/printing/jobTable.ts'
import type { StoredJob } from '../../../electron/printing/job.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAssistService, noteClosed, servingOf, type AssistAudit } from '../../../electron/services/assist.ts'
import { createCustomerDataService } from '../../../electron/services/customerData.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { anAccount, aZone, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const lucia = { clerkId: 'c-17', name: 'Lucía', roles: ['clerk'] } as const
const other = anAccount({ id: 'a-2', number: '73502611', email: 'b@correo.mx', phone: '81 1111 2222', holder: { ...anAccount().holder, givenNames: 'Berta' } })

function setUp() {
  const db = openDatabase(':memory:', { role: 'durable' })
  onTestFinished(() => void db.close())
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount({ email: 'ana@correo.mx', phone: '81 8340 0012' }), other] })
  const clock = fakeClock()
  const audit: AssistAudit = createPersonAudit({ db, audit: createAudit({ db, clock }), log: silentLog })
  const counter = createCounter({
    clock,
    isPrinting: () => false,
    onWarning: () => undefined,
    onWithdrawn: () => undefined,
    onServed: (left) => noteClosed(audit, left, 'next'),
    onEnded: (reason, left) => noteClosed(audit, left, reason),
  })
  const accounts = createAccountAccess({ db, counter })
  const data = createCustomerDataService({ clock, counter, accounts, audit, keys: { of: () => null }, logins: { get: () => null } })
  const audited = (): unknown[] => db.prepare(`SELECT who || ' ' || what || ' ' || outcome || ' ' || subject FROM audit ORDER BY seq`).pluck().all()
  counter.takeOver(lucia)
  return { db, counter, audited, ...createAssistService({ db, counter, accounts, audit }), ...data }
}

const job = (change: Partial<StoredJob>): StoredJob => ({
  ...{ id: 'j-1', sessionId: 's', accountId: 'a-1', kind: 'duplicate', document: { kind: 'duplicate', invoiceId: 'i-1' }, printer: 'documents' },
  ...{
    documentId: 'i-1',
    documentName: 'DE 4043 2503',
    who: 'visitor',
    businessDate: '2026-11-21',
    askedAt: Date.parse('2026-11-21T16:40:00Z'),
    copyNumber: 1,
  },
  ...{ sheets: 1, state: 'confirmed', problem: null, sentAt: 1, printerRef: null, cameOut: null, trouble: null, replacedBy: null },
  ...{ reprintOf: null, reprintReason: null, reprintNote: null },
  ...change,
})

describe('a clerk who serves', () => {
  it('is in the audit with every account that they open, and with what ended it', () => {
    const { audited, counter, ...calls } = setUp()
    must(calls['assist.open']({ accountId: 'a-1' }))
    must(calls['assist.open']({ accountId: 'a-2' }))
    must(calls['assist.close']())
    must(calls['assist.open']({ accountId: 'a-1' }))
    counter.end('clerkOut')
    expect(audited()).toEqual([
      'clerk:c-17 assist.opened opened {"accountId":"a-1"}',
      'clerk:c-17 assist.opened opened {"accountId":"a-2"}',
      'clerk:c-17 assist.closed next {"accountId":"a-1"}',
      'clerk:c-17 assist.closed next {"accountId":"a-2"}',
      'clerk:c-17 assist.opened opened {"accountId":"a-1"}',
      'clerk:c-17 assist.closed clerkOut {"accountId":"a-1"}',
    ])
  })

  it('reads the customer whom they serve and nobody else, the document masked', () => {
    const { counter, db, ...calls } = setUp()
    insertJob(db, job({}))
    for (const number of [2, 3, 4, 5, 6]) insertJob(db, job({ id: `j-${number}`, documentName: `n-${number}` }))
    insertJob(db, job({ id: 'j-other', accountId: 'a-2' }))
    expect(problemOf(calls['assist.customer']({ accountId: 'a-1' }))).toBe('not-allowed')
    must(calls['assist.open']({ accountId: 'a-1' }))
    expect(problemOf(calls['assist.customer']({ accountId: 'a-2' }))).toBe('not-allowed')
    expect(must(calls['assist.customer']({ accountId: 'a-1' }))).toMatchObject({
      account: { holderName: 'Ana Méndez Prieto', supplyAddress: 'Calle Poniente 12, Centro' },
      document: { type: 'CURP', number: '••••••01' },
      meterNumber: 'M-778812',
      papers: ['n-6', 'n-5', 'n-4', 'n-3'].map((name) => ({ name })),
    })
    counter.lock()
    expect(problemOf(calls['assist.customer']({ accountId: 'a-1' }))).toBe('not-allowed')
  })

  it('is not served an account that the utility has no longer, and stays with whom they serve', () => {
    const { db, counter, audited, ...calls } = setUp()
    must(calls['assist.open']({ accountId: 'a-1' }))
    db.prepare("UPDATE account SET deleted = 1, data = NULL WHERE id = 'a-2'").run()
    expect(problemOf(calls['assist.open']({ accountId: 'a-2' }))).toBe('account-withdrawn')
    expect(problemOf(calls['assist.open']({ accountId: 'never' }))).toBe('account-withdrawn')
    expect([counter.mayRead('a-1'), audited().length, servingOf(db, 'a-2'), servingOf(db, 'a-1')]).toEqual([
      true,
      1,
      null,
      { accountId: 'a-1', zoneId: 'z-mty' },
    ])
  })

  it('opens nothing where the disk takes no row of the audit', () => {
    const { db, counter, ...calls } = setUp()
    db.pragma('query_only = 1')
    expect(() => calls['assist.open']({ accountId: 'a-1' })).toThrow()
    expect(counter.mayRead('a-1')).toBe(false)
  })

  it('reads telephone and address masked, until they ask for them, which the audit has each time', () => {
    const { audited, ...calls } = setUp()
    must(calls['assist.open']({ accountId: 'a-1' }))
    const shown = (whole: boolean) => must(calls['customerData.show']({ accountId: 'a-1', whole }))
    expect(shown(false)).toMatchObject({ phone: '•• •••• ••12', email: 'a••@correo.mx', canBeWhole: true, customer: null })
    expect(audited()).toHaveLength(1)
    expect(shown(true)).toMatchObject({ phone: '81 8340 0012', email: 'ana@correo.mx' })
    expect(audited().slice(1)).toEqual(['clerk:c-17 assist.contactShown shown {"accountId":"a-1"}'])
  })
})
