import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { applyBatch } from '../../../electron/sync/apply.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'
import { accountHome } from '../../../shared/contract/account.ts'
import type { Notice } from '../../../shared/utility-api/generated/types.gen.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { upsert } from '../../fakes/utility.ts'
import { aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'

const aNotice = (change: Partial<Notice> = {}): Notice => ({
  id: 'n-1',
  accountId: 'a-1',
  title: 'Puede aportar su lectura',
  body: 'Anote las cifras negras.',
  validFrom: '2026-11-19',
  validTo: '2026-11-24',
  ...change,
})

let db: WritableDb

/** As the feed brings them, bounded on the way. */
function sync(...changes: unknown[]): void {
  applyBatch(db, toBatch(null, { changes, cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' }), (work) => work())
}

beforeEach(() => {
  db = openDatabase(':memory:', { role: 'feed' })
  adoptOrigin(db, 'here')
})
afterEach(() => db.close())

/** *Mi cuenta* for whoever showed a bill of the first account. */
function homeOf(accountId: string, now = '2026-11-21T16:42:00Z') {
  const counter = counterOf(holderOf('a-1'))
  const accounts = createAccountAccess({ db, counter })
  const answer = createAccountService({ clock: fakeClock(now), counter, accounts })['account.home']({ accountId })
  if (answer instanceof Promise) throw new Error('it answers at once')
  return answer
}
const world = (...notices: Notice[]): unknown[] => [
  upsert('zone', aZone()),
  upsert('account', anAccount()),
  upsert('account', anAccount({ id: 'a-2', number: '40989918' })),
  upsert('invoice', anInvoice()),
  ...notices.map((each) => upsert('notice', each)),
]

describe("an account's own notices", () => {
  it('come with its home, and those of others and of everyone do not', () => {
    sync(...world(aNotice(), aNotice({ id: 'n-2', accountId: 'a-2' }), aNotice({ id: 'n-3', accountId: null })))
    const home = must(homeOf('a-1'))
    expect(home.notices).toEqual({
      more: false,
      newest: [{ id: 'n-1', title: 'Puede aportar su lectura', body: 'Anote las cifras negras.', validTo: '2026-11-24' }],
    })
    expect(accountHome.parse(home)).toEqual(home)
  })

  it('are nobody’s who has not opened the account', () => {
    sync(...world(aNotice({ accountId: 'a-2' })))
    expect(problemOf(homeOf('a-2'))).toBe('not-allowed')
    expect(must(homeOf('a-1')).notices).toEqual({ newest: [], more: false })
  })

  it("hold by the day of the account's zone", () => {
    sync(...world(aNotice({ validFrom: '2026-11-20', validTo: '2026-11-20' })))
    const count = (now: string): number => must(homeOf('a-1', now)).notices.newest.length
    // Six hours behind: there the 20th begins at six, and ends at six of the day after.
    expect(count('2026-11-20T05:59:00Z')).toBe(0)
    expect(count('2026-11-20T06:00:00Z')).toBe(1)
    expect(count('2026-11-21T05:59:00Z')).toBe(1)
    expect(count('2026-11-21T06:00:00Z')).toBe(0)
  })

  it('are bounded in number and length, and that there are more is said', () => {
    const long = { title: 'Aviso '.repeat(1_000), body: 'Texto '.repeat(200_000) }
    sync(...world(...Array.from({ length: 40 }, (_, place) => aNotice({ id: `n-${place}`, ...long }))))
    const { more, newest } = must(homeOf('a-1')).notices
    expect(more).toBe(true)
    expect(newest).toHaveLength(30)
    for (const { title, body } of newest) {
      expect(title.length).toBeLessThanOrEqual(300)
      expect(body.length).toBeLessThanOrEqual(8_000)
      expect(body).toMatch(/…$/)
    }
  })
})
