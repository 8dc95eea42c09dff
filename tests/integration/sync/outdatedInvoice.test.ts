import { describe, expect, it } from 'vitest'
import { branchAlone } from '../../../electron/cache/accountReaders.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { cashTicket } from '../../../electron/documents/types/cashTicket.ts'
import { readOwed } from '../../../electron/documents/owedInvoices.ts'
import { createPaymentService } from '../../../electron/services/payment.ts'
import { createCounter } from '../../../electron/session/counter.ts'
import { isOwed } from '../../../shared/domain/owed.ts'
import { failure } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { upsert } from '../../fakes/utility.ts'
import { aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { noneBegun } from '../../fixtures/documents/noneBegun.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { aSynced, caughtUp, type Syncing } from '../../fixtures/feed/syncing.ts'

/** The services of a kiosk whose visitor has identified i-1. */
function anOpenCounter(db: WritableDb) {
  const clock = fakeClock('2026-11-21T16:42:00Z')
  const nothing = (): void => undefined
  const counter = createCounter({ clock, isPrinting: () => false, onWarning: nothing, onWithdrawn: nothing, onEnded: nothing })
  counter.openAccount('a-1', 'i-1')
  const accounts = createAccountAccess({ db, counter })
  return {
    account: createAccountService({ counter, clock, accounts }),
    payment: createPaymentService({ clock, accounts, hasTicketPrinter: true }),
    access: { db, readers: branchAlone(db), clock, counter, begun: noneBegun },
  }
}

describe('an invoice whose newer revision cannot be read', () => {
  const ofLater = (rev: number) => upsert('invoice', Object.assign(anInvoice(), { status: 'refunded' }), rev)
  const owing = [
    upsert('zone', aZone()),
    upsert('account', anAccount()),
    upsert('invoice', anInvoice()),
    upsert('invoice', anInvoice({ id: 'i-2', number: 'DE 2' })),
  ]
  const known = ({ inCache }: Syncing) => inCache((db) => listInvoices(db, 'a-1').map((invoice) => [invoice.id, isOwed(invoice)]))

  it('is told as changed and no longer owed, on screen and on paper, until one comes that can', async () => {
    const { utility, sync } = await aSynced(owing)
    sync.changed.length = 0
    utility.feed.push(ofLater(2))
    await caughtUp(sync, utility)
    await eventually(() => expect(sync.changed).toEqual(['invoice']))
    expect(known(sync)).toEqual([
      ['i-2', true],
      ['i-1', false],
    ])
    sync.inCache((db) => {
      const services = anOpenCounter(db)
      expect(services.account['account.home']({ accountId: 'a-1' })).toMatchObject({
        ok: true,
        value: { pendingInvoices: 1, outdatedInvoices: 1, oldestOwed: { id: 'i-2' } },
      })
      expect(services.payment['payment.options']({ invoiceId: 'i-1' })).toEqual(failure({ code: 'outdated-invoice' }))
      expect(services.payment['payment.options']({ invoiceId: 'i-2' })).toMatchObject({ ok: true, value: { invoices: [{ id: 'i-2' }] } })
      for (const asked of [['i-1'], ['i-1', 'i-2']])
        expect(cashTicket.authorize({ kind: 'cashTicket', invoiceIds: asked }, services.access)).toEqual(failure({ code: 'outdated-invoice' }))
      expect(readOwed(db, ['i-1'])).toEqual(failure({ code: 'outdated-invoice' }))
      expect(readOwed(db, ['i-1', 'i-2'])).toMatchObject({ ok: true, value: { invoices: [{ id: 'i-2' }] } })
    })
    utility.feed.push(upsert('invoice', anInvoice(), 3))
    await caughtUp(sync, utility)
    expect(known(sync)).toEqual([
      ['i-2', true],
      ['i-1', true],
    ])
    sync.inCache((db) => expect(anOpenCounter(db).payment['payment.options']({ invoiceId: 'i-1' })).toMatchObject({ ok: true }))
  })

  it('counts as before where the one that cannot be read is older', async () => {
    const { utility, sync } = await aSynced([...owing, upsert('invoice', anInvoice(), 6)])
    utility.feed.push(ofLater(5))
    await caughtUp(sync, utility)
    expect(known(sync)).toContainEqual(['i-1', true])
  })
})
