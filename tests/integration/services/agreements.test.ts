import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { agreement } from '../../../electron/documents/types/agreement.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAgreementService } from '../../../electron/services/agreements.ts'
import { agreementList, MOST_AGREEMENTS, MOST_INSTALLMENTS } from '../../../shared/contract/agreements.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { counterOf, holderOf } from '../../fakes/fakeCounter.ts'
import { anAgreement, installments, putAgreements } from '../../fixtures/accounts/agreements.ts'
import { aZone, anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { aCopy } from '../../fixtures/documents/documentSamples.ts'
import { drawingParts } from '../../fixtures/documents/drawingParts.ts'
import { textOf } from '../../fixtures/documents/readPaper.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

let folder: string
let db: WritableDb

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-agreements-'))
  db = openDatabase(join(folder, 'ventanilla.db'), { role: 'durable' })
  putIntoCache(db, { zones: [aZone()], accounts: [anAccount(), anAccount({ id: 'a-2', number: '40989918' })] })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

/** The utility has a newer revision of it, which could not be read. */
const setAside = (id: string) => db.prepare("INSERT INTO set_aside (entity, id, rev, reason) VALUES ('agreement', ?, 2, 'invalid')").run(id)

/** Whoever showed a bill of the first account, at an instant. */
function list(accountId = 'a-1', now = '2026-11-21T16:42:00Z') {
  const accounts = createAccountAccess({ db, counter: counterOf(holderOf('a-1')) })
  const answer = createAgreementService({ clock: fakeClock(now), accounts })['agreements.list']({ accountId })
  if (answer instanceof Promise) throw new Error('it answers at once')
  return answer
}

describe('agreements.list', () => {
  it('has the agreements of the account and no other, those that have ended last, as the contract says and no more', () => {
    putAgreements(db, [
      anAgreement({ id: 'ag-old', status: 'broken', agreedOn: '2026-10-01' }),
      anAgreement(),
      anAgreement({ id: 'ag-new', status: 'proposed' }),
      anAgreement({ id: 'ag-other', accountId: 'a-2' }),
    ])
    const answer = must(list())
    expect(answer.agreements.map(({ id }) => id)).toEqual(['ag-1', 'ag-new', 'ag-old'])
    expect(answer.account).toMatchObject({ number: '40989917', holderName: 'A•• M••••• P•••••' })
    expect(agreementList.parse(answer)).toEqual(answer)
  })

  it('has those in force first, then those proposed, changed and ended; of each the newest first, whatever a changed one was', () => {
    const old = { agreedOn: '2020-01-01' }
    putAgreements(db, [
      anAgreement({ id: 'completed', status: 'completed', agreedOn: '2026-10-01' }),
      anAgreement({ id: 'broken', status: 'broken', agreedOn: '2026-11-01' }),
      anAgreement({ id: 'changed-2', number: 'CP-2', agreedOn: '2026-11-01' }),
      anAgreement({ id: 'changed-1', number: 'CP-1', status: 'broken', ...old }),
      anAgreement({ id: 'proposed', status: 'proposed', agreedOn: '2026-11-20' }),
      anAgreement({ id: 'active-old', ...old }),
      anAgreement({ id: 'active-new-2', number: 'CP-2' }),
      anAgreement({ id: 'active-new-1', number: 'CP-1' }),
    ])
    setAside('changed-1')
    setAside('changed-2')
    const order = ['active-new-1', 'active-new-2', 'active-old', 'proposed', 'changed-1', 'changed-2', 'broken', 'completed']
    expect(must(list()).agreements.map(({ id }) => id)).toEqual(order)
  })

  it('brings no more than a screen needs, those to be paid before those that have ended, and how many there are', () => {
    const many = Array.from({ length: 300 }, (_, place) => anAgreement({ id: `ag-${place}`, status: place < 5 ? 'active' : 'broken', agreedOn: '2026-11-01' }))
    putAgreements(db, [...many, anAgreement({ id: 'ag-long', total: 10_000_000, installments: installments(1_000, 3) })])
    const { count, agreements } = must(list())
    expect(count).toBe(301)
    expect(agreements).toHaveLength(MOST_AGREEMENTS)
    expect(agreements.filter(({ status }) => status === 'active')).toHaveLength(6)
    const long = agreements.find(({ id }) => id === 'ag-long')
    expect(long).toMatchObject({ installmentCount: 1_000, progress: { paid: 3, left: 9_970_000 } })
    expect(long?.installments.map(({ number }) => number)).toEqual(Array.from({ length: MOST_INSTALLMENTS }, (_, place) => place + 4))
  })

  it('has none that the utility has withdrawn, and none at all where there is none', () => {
    expect(must(list()).agreements).toEqual([])
    putAgreements(db, [anAgreement()], { deleted: 1 })
    expect(must(list()).agreements).toEqual([])
  })

  it("goes by the day of the account's zone", () => {
    putAgreements(db, [anAgreement()])
    const third = (now: string) => must(list('a-1', now)).agreements[0]?.installments[2]?.standing.kind
    // Six hours behind: there the 19th begins at six, and ends at six of the day after.
    expect(third('2026-11-19T05:59:00Z')).toBe('due')
    expect(third('2026-11-19T06:00:00Z')).toBe('dueToday')
    expect(third('2026-11-20T05:59:00Z')).toBe('dueToday')
    expect(third('2026-11-20T06:00:00Z')).toBe('overdue')
  })

  it('tells nothing of one whose newer revision could not be read', () => {
    putAgreements(db, [anAgreement()])
    setAside('ag-1')
    expect(must(list()).agreements[0]).toMatchObject({ doubt: 'outdated', progress: null, installments: [] })
    putAgreements(db, [anAgreement()], { rev: 2 })
    expect(must(list()).agreements[0]).toMatchObject({ doubt: null, progress: { paid: 2 } })
  })

  it('is printed with the day of the data, not with that of the paper', async () => {
    putAgreements(db, [anAgreement()])
    const drawing = startDrawing({ log: silentLog })
    const parts = drawingParts({ db, clock: fakeClock('2026-11-21T16:42:00Z'), drawing })
    async function words(): Promise<string> {
      const file = join(folder, 'agreement.pdf')
      writeFileSync(file, must(await agreement.draw.documents({ kind: 'agreement', agreementId: 'ag-1' }, aCopy(1), parts)).bytes)
      return textOf(file)
    }
    expect(await words()).toContain('no se sabe de qué fecha son los datos')
    db.prepare("UPDATE feed_state SET as_of = '2026-11-17T23:42:00Z'").run()
    expect(await words()).toContain('Dice lo que la empresa tenía registrado el 17 de noviembre de 2026 a las 17:42.')
    await drawing.close()
  })

  it('of somebody else’s account nothing is told', () => {
    putAgreements(db, [anAgreement({ accountId: 'a-2' })])
    expect(problemOf(list('a-2'))).toBe('not-allowed')
    expect(problemOf(list('no-such'))).toBe('not-allowed')
  })
})
