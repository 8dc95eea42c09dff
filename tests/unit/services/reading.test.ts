import { beforeEach, describe, expect, it } from 'vitest'
import type { FilingForm } from '../../../shared/contract/filings.ts'
import type { FieldProblem } from '../../../shared/problems.ts'
import { failure, type Result } from '../../../shared/result.ts'
import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createConsumptionService } from '../../../electron/services/consumption.ts'
import { createReadingService } from '../../../electron/services/reading.ts'
import { markDelivered, markRefused } from '../../../electron/cache/queries/commands.ts'
import { anAccount, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { openRequestServices } from '../../fixtures/outbox/requestServices.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'

const METER = 'M-778812'
const FORM = '0190f3a1-0000-7000-8000-000000000001'

let world: ReturnType<typeof openRequestServices>
/** 10:42 on the 21st in Monterrey. */
beforeEach(() => {
  world = openRequestServices()
  setWindow({ opensOn: '2026-11-19', closesOn: '2026-11-21' })
})

const setWindow = (readingWindow: { opensOn: string; closesOn: string } | null): void => putIntoCache(world.db, { accounts: [anAccount({ readingWindow })] })
const putReading = (change: Partial<Reading>): void => {
  const reading: Reading = { id: 'r-1', accountId: 'a-1', meterNumber: METER, takenOn: '2026-11-01', value: 4_209, kind: 'actual', consumption: 30, ...change }
  world.put('reading', reading, { account_id: reading.accountId, taken_on: reading.takenOn })
}
/** The same customer again, with the bill in hand: the visit has ended meanwhile. */
function comeBackAfter(hours: number): void {
  world.visit.clock.advance(hours * 3_600_000)
  world.visit.counter.openAccount('a-1', 'i-1')
}
const accounts = () => createAccountAccess({ db: world.db, counter: world.visit.counter })
const show = (accountId = 'a-1') => {
  const { clock, counter } = world.visit
  return createReadingService({ clock, counter, accounts: accounts() })['reading.show']({ accountId })
}
const shown = () => must(show())
const consumed = () => must(createConsumptionService({ accounts: accounts() })['consumption.show']({ accountId: 'a-1' })).readings
const file = (reading = '4,240', formId = FORM, meterNumber = METER) => {
  const form: FilingForm = { kind: 'reading', formId, accountId: 'a-1', meterNumber, reading, privacyNotice: { id: 'l-1', version: '3' } }
  return world.visit.requests['requests.file'](form)
}
const wrong = (problem: FieldProblem): Result<never> => failure({ code: 'invalid-fields', fields: [{ field: 'reading', problem }] })

describe('what is shown before a reading is brought', () => {
  it('is the window, and the readings of the meter that is in use', () => {
    putReading({})
    putReading({ id: 'r-0', meterNumber: 'OLD', takenOn: '2026-10-01', value: 99_000 })
    expect(shown()).toMatchObject({
      meterNumber: METER,
      today: '2026-11-21',
      window: { state: 'open', opensOn: '2026-11-19', closesOn: '2026-11-21' },
      readings: [{ value: 4_209, takenOn: '2026-11-01' }],
      knownToday: null,
    })
    setWindow(null)
    expect(shown().window).toBeNull()
  })

  it('is the newest of very many, which the consumption lists all', () => {
    const days = Array.from({ length: 230 }, (_, index) => new Date(Date.UTC(2026, 10, 20 - index)).toISOString().slice(0, 10))
    for (const [index, takenOn] of days.entries()) putReading({ id: `r-${index}`, takenOn, value: 4_209 - index, consumption: 1 })
    expect(shown().readings.map(({ takenOn }) => takenOn)).toEqual(days.slice(0, 200))
    expect(consumed()).toHaveLength(230)
  })

  it('goes by the date of the account’s zone', () => {
    // Half past eleven at night in Monterrey, the 22nd elsewhere.
    comeBackAfter(13)
    expect(shown()).toMatchObject({ today: '2026-11-21', window: { state: 'open' } })
    comeBackAfter(1)
    expect(shown()).toMatchObject({ today: '2026-11-22', window: { state: 'past' } })
  })

  it('is nobody else’s', () => {
    expect(show('a-2')).toEqual(failure({ code: 'not-allowed' }))
  })
})

describe('a reading', () => {
  it('is filed with the meter and the day on which it was taken', () => {
    expect(file()).toMatchObject({ ok: true, value: { kind: 'reading', folio: 'K07-20261121-00428', state: 'stored' } })
    expect(world.orders[0]?.message).toEqual({ kind: 'reading', payload: { meterNumber: METER, value: 4_240, takenOn: '2026-11-21' } })
  })

  it.each([['later'], ['past'], ['none']])('is not filed outside the window: %s', (when) => {
    const days = { later: ['2026-11-22', '2026-11-30'], past: ['2026-11-01', '2026-11-20'], none: null }[when]
    setWindow(days ? { opensOn: days[0] ?? '', closesOn: days[1] ?? '' } : null)
    expect(file()).toEqual(wrong('outside-window'))
    expect(world.orders).toEqual([])
  })

  it('is not filed for a meter that was not shown', () => {
    putIntoCache(world.db, { accounts: [anAccount({ readingWindow: { opensOn: '2026-11-19', closesOn: '2026-11-21' }, meterNumber: 'NEW' })] })
    expect(file()).toEqual(wrong('other-meter'))
    expect(world.orders).toEqual([])
    expect(file('3', FORM, shown().meterNumber)).toMatchObject({ ok: true })
    expect(world.orders[0]?.message).toMatchObject({ payload: { meterNumber: 'NEW', value: 3 } })
  })

  it('has decimals only where the meter is read with them', () => {
    putReading({})
    expect(file('4,240.5')).toEqual(wrong('no-decimals'))
    putReading({ value: 4_209.5 })
    expect(file('4,240.5')).toMatchObject({ ok: true })
  })

  it('is brought once a day, and shown with its folio instead', () => {
    file()
    expect(file('4,241', '0190f3a1-0000-7000-8000-000000000002')).toEqual(wrong('reading-known'))
    expect(shown().knownToday).toEqual({
      value: 4_240,
      filed: { commandId: FORM, folio: 'K07-20261121-00428', at: '2026-11-21T16:42:00.000Z', state: 'stored' },
    })
    comeBackAfter(24)
    setWindow({ opensOn: '2026-11-19', closesOn: '2026-11-25' })
    expect(shown().knownToday).toBeNull()
  })

  it('leads to its receipt in the visit in which it was filed, and in no other', () => {
    file()
    expect(shown().knownToday?.filed?.commandId).toBe(FORM)
    comeBackAfter(1)
    expect(shown().knownToday?.filed).toMatchObject({ commandId: null, folio: 'K07-20261121-00428' })
    expect(world.visit.requests['requests.filed']({ commandId: FORM })).toEqual(failure({ code: 'not-allowed' }))
  })

  it('that the utility has put right is shown as the feed has it, with its folio', () => {
    file()
    putReading({ takenOn: '2026-11-21', value: 4_230, kind: 'actual' })
    expect(shown().knownToday).toMatchObject({ value: 4_240 })
    putReading({ id: 'r-2', takenOn: '2026-11-21', value: 4_239, kind: 'customer' })
    expect(shown().knownToday).toMatchObject({ value: 4_239, filed: { folio: 'K07-20261121-00428' } })
  })

  it('that is sent again, because its answer was lost, is the same one, also once the window is closed', () => {
    file()
    setWindow({ opensOn: '2026-11-19', closesOn: '2026-11-20' })
    expect(file()).toMatchObject({ ok: true, value: { commandId: FORM } })
    expect(world.orders).toHaveLength(1)
  })

  it('is not brought again where the utility has one of today; an estimate is none', () => {
    putReading({ takenOn: '2026-11-21', kind: 'estimated' })
    expect(shown().knownToday).toBeNull()
    putReading({ takenOn: '2026-11-21', kind: 'customer' })
    expect(shown().knownToday).toEqual({ value: 4_209, filed: null })
    expect(file()).toEqual(wrong('reading-known'))
  })
})

describe('what was filed is laid over the readings', () => {
  it('with its folio until the feed brings it, also where the utility has put it right', () => {
    putReading({})
    file()
    expect(consumed()).toMatchObject([
      { value: 4_240, kind: 'customer', takenOn: '2026-11-21', filed: { folio: 'K07-20261121-00428', state: 'stored' } },
      { value: 4_209, filed: null },
    ])
    expect(shown().readings[0]).toMatchObject({ value: 4_240 })
    markDelivered(world.db, FORM, { folio: 'MTY-9', receivedAt: '2026-11-21T16:43:00Z' })
    expect(consumed()[0]?.filed?.state).toBe('received')
    putReading({ id: 'r-2', takenOn: '2026-11-21', value: 4_239, kind: 'customer' })
    expect(consumed().map(({ value, filed }) => [value, filed])).toEqual([
      [4_239, null],
      [4_209, null],
    ])
  })

  it('beside another reading of that day, which does not tell of it', () => {
    putReading({ takenOn: '2026-11-21', value: 4_230, kind: 'estimated' })
    file()
    expect(consumed().map(({ value }) => value)).toEqual([4_240, 4_230])
  })

  it('unless the utility refused it: then its state says where to go', () => {
    putReading({})
    file()
    markRefused(world.db, FORM, { code: 'wrong-meter', detail: '' }, '2026-11-21T16:42:00.000Z')
    expect(consumed().map(({ value }) => value)).toEqual([4_209])
    expect(shown().knownToday?.filed?.state).toBe('setAside')
  })
})
