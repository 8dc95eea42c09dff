import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBatch } from '../../../electron/sync/batch.ts'
import { feedTables, widthOf } from '../../../electron/sync/feedTables.ts'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { remove, upsert } from '../../fakes/utility.ts'
import { anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { monterrey } from '../../fixtures/documents/documentSamples.ts'

const batchOf = (...changes: unknown[]) => toBatch(null, { changes, cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' })
const reasons = (...changes: unknown[]) => batchOf(...changes).setAside.map(({ reason }) => reason)

describe('judging a page', () => {
  it('lays changes out as rows, in the order of the page', () => {
    const { kinds, cells } = batchOf(upsert('invoice', anInvoice(), 3), remove('account', 'a-1', 4))
    expect([...kinds].map((kind) => feedTables[kind]?.entity)).toEqual(['invoice', 'account'])
    expect(cells).toEqual([
      ...['i-1', 3, 0, 'a-1', 'DE40432503', '2026-11-10', '18000359700002387', null, expect.stringContaining('"number":"DE 4043 2503"')],
      ...['a-1', 4, 1, null, null, null, null, null, null, null],
    ])
  })

  it('keys account numbers without their leading zeros', () => {
    expect(batchOf(upsert('account', anAccount({ number: '00012' }))).cells).toContain('12')
  })

  it('keeps of the data only what the contract knows', () => {
    const { cells } = batchOf(upsert('account', { ...anAccount(), creditScore: 12 } as { id: string }))
    expect(JSON.parse(String(cells.at(-1)))).toEqual(anAccount())
  })

  it('S24 sets aside what is wrong, saying where and never what', () => {
    const wrongLine = { ...anInvoice(), lines: [{ description: 'x', amount: 'PRIVATE' }] }
    const { setAside, kinds } = batchOf(upsert('invoice', wrongLine), upsert('account', anAccount()))
    expect(setAside).toEqual([{ entity: 'invoice', id: 'i-1', rev: 1, reason: 'data lines.0.amount invalid_type' }])
    expect(kinds).toHaveLength(1)
  })

  it('S24 sets aside a zone whose days or amounts could not be written', () => {
    const wrong = [monterrey, { ...monterrey, timeZone: 'America/Monterey' }, { ...monterrey, currency: 'pesos' }]
    expect(reasons(...wrong.map((zone) => upsert('zone', zone)))).toEqual(['data timeZone custom', 'data currency custom'])
  })

  it('S53 sets patterns aside that cannot be obeyed, and keeps the zone without them', () => {
    const rule = (pattern: string) => ({ label: 'Número', pattern })
    const zone = {
      ...monterrey,
      identifiers: { account: rule('(?=a)b'), invoice: rule('[A-Z]{2}[0-9]{8}') },
      password: { minLength: 8, pattern: 'x'.repeat(1_000) },
      billCodes: [{ pattern: '(?<account>[0-9]+)' }, { pattern: '(' }],
    }
    const { cells, setAside } = batchOf(upsert('zone', zone, 7))
    expect(setAside).toEqual([{ entity: 'zone.parts', id: zone.id, rev: 7, reason: 'data identifiers.account.pattern, password.pattern, billCodes unusable' }])
    expect(JSON.parse(String(cells.at(-1)))).toMatchObject({
      identifiers: { account: { label: 'Número' }, invoice: zone.identifiers.invoice },
      password: { minLength: 8 },
      billCodes: [{ pattern: '(?<account>[0-9]+)' }],
    })
    expect(String(cells.at(-1))).not.toContain('(?=a)b')
  })

  it('keeps so many rules for the codes of bills as a scan can try', () => {
    const billCodes = Array.from({ length: 1_000 }, (_, place) => ({ pattern: `X${place}(?<account>[0-9]+)` }))
    const zone = { ...monterrey, billCodes }
    const { cells, setAside } = batchOf(upsert('zone', zone, 7))
    expect((JSON.parse(String(cells.at(-1))) as Zone).billCodes).toEqual(billCodes.slice(0, 20))
    expect(setAside[0]?.reason).toBe('data billCodes unusable')
  })

  it('tells an absent whole, another id and a wrong envelope apart', () => {
    expect(reasons({ entity: 'account', op: 'upsert', id: 'a-1', rev: 1 })).toEqual(['no-data'])
    expect(reasons({ entity: 'account', op: 'upsert', id: 'a-2', rev: 1, data: anAccount() })).toEqual(['other-id'])
    expect(reasons({ entity: 'account', op: 'merge', id: 'a-1', rev: 1 }, { entity: 'account', op: 'delete', id: 'a-1', rev: 0 }, null, 7)).toEqual(
      Array(4).fill('envelope'),
    )
  })

  it('sets aside what has no name that a call can carry', () => {
    const named = (id: string) => upsert('account', anAccount({ id }))
    expect(batchOf(named(''), named('a'.repeat(1_001))).setAside).toEqual([1, 1].map((rev) => ({ entity: 'account', id: '?', rev, reason: 'envelope' })))
    expect(batchOf(named('a'.repeat(1_000))).setAside).toEqual([])
  })

  it('skips entities that it does not know, whatever they look like', () => {
    expect(batchOf(upsert('hologram', { id: 'h' }), { entity: 'hologram', rev: 'x' })).toMatchObject({ cells: [], setAside: [] })
  })

  it('takes anything at all without failing, and never lays out half a row', () => {
    const entity = fc.constantFrom('account', 'invoice', 'clerk', 'hologram', '__proto__')
    const almost = fc.record(
      { entity, op: fc.constantFrom('upsert', 'delete', 'x'), id: fc.string(), rev: fc.integer(), data: fc.anything() },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(almost, fc.anything())), (changes) => {
        const { kinds, cells } = batchOf(...changes)
        const expected = [...kinds].reduce((sum, kind) => sum + widthOf(feedTables[kind]!), 0)
        expect(cells).toHaveLength(expected)
      }),
    )
  })
})
