import { beforeEach, expect, it, vi } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { listBanks } from '../../../electron/cache/queries/banks.ts'
import { listFaqs } from '../../../electron/cache/queries/faqs.ts'
import { accountNotices, currentNotices } from '../../../electron/cache/queries/notices.ts'
import { listPayPlaces } from '../../../electron/cache/queries/payPlaces.ts'
import { listTopics } from '../../../electron/cache/queries/topics.ts'
import { applyBatch } from '../../../electron/sync/apply.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import { adoptOrigin } from '../../../electron/sync/origin.ts'
import { upsert } from '../../fakes/utility.ts'

const THOUSANDS = 3_000
let db: WritableDb

beforeEach(() => {
  db = openDatabase(':memory:', { role: 'feed' })
  adoptOrigin(db, 'here')
})

/** Puts thousands of things into the cache the way they get there. */
function sync(entity: string, make: (index: number) => object): void {
  const changes = Array.from({ length: THOUSANDS }, (_, index) => upsert(entity, { id: `${entity}-${index}`, ...make(index) }))
  applyBatch(db, toBatch(null, { changes, cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' }), (work) => work())
}

/** How many texts are parsed meanwhile. */
function parsedDuring(work: () => unknown): number {
  const parse = vi.spyOn(JSON, 'parse')
  work()
  const { length } = parse.mock.calls
  parse.mockRestore()
  return length
}

/** How SQLite finds and sorts the rows of each statement that was prepared meanwhile. */
function plansDuring(work: () => unknown): string[] {
  const prepare = vi.spyOn(db, 'prepare')
  work()
  const texts = prepare.mock.calls.map(([text]) => text)
  prepare.mockRestore()
  const plan = (text: string): { detail: string }[] => {
    const named = [...text.matchAll(/[$:@](\w+)/g)].map(([, name]) => [name, null])
    const values = named.length > 0 ? [Object.fromEntries(named)] : (text.match(/\?/g) ?? []).map(() => null)
    return db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...values)
  }
  return texts.flatMap(plan).map(({ detail }) => detail)
}

it('of thousands of notices the newest are shown', () => {
  sync('notice', (index) => ({ title: 'Aviso', body: 'Texto', validFrom: `20${10 + (index % 10)}-01-01` }))
  const notices = currentNotices(db, { on: '2026-11-21' })
  expect(notices).toHaveLength(30)
  expect(new Set(notices.map(({ validFrom }) => validFrom))).toEqual(new Set(['2019-01-01']))
})

it('of thousands of notices for an account the newest are shown, and that there are more is said', () => {
  sync('notice', (index) => ({ accountId: 'a-1', title: 'Aviso', body: 'Texto', validFrom: `20${10 + (index % 10)}-01-01` }))
  const whose = { accountId: 'a-1', on: '2026-11-21' }
  const { newest: notices, more } = accountNotices(db, whose)
  expect(notices).toHaveLength(30)
  expect(new Set(notices.map(({ validFrom }) => validFrom))).toEqual(new Set(['2019-01-01']))
  expect(more).toBe(true)
})

it('of thousands of notices for an account those that are shown are chosen without reading the others', () => {
  const body = 'palabra '.repeat(1_000)
  sync('notice', (index) => ({ accountId: 'a-1', title: 'Aviso', body, validFrom: `20${10 + (index % 10)}-01-01` }))
  const plans = plansDuring(() => accountNotices(db, { accountId: 'a-1', on: '2026-11-21' }))
  // By day as the index has them, so that the limit ends the reading: only those of one day are sorted.
  expect(plans).toEqual([expect.stringMatching(/^SEARCH notice USING INDEX notice_by_account_and_day/), 'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY'])
})

it('of thousands of topics a hundred are offered, in order of name, every emergency among them', () => {
  sync('topic', (index) => ({ kind: 'claim', name: `Tema ${String(index).padStart(4, '0')}`, ...(index > THOUSANDS - 3 && { emergency: true }) }))
  const topics = listTopics(db)
  expect(topics).toHaveLength(100)
  expect(topics.map(({ name }) => name)).toEqual(topics.map(({ name }) => name).toSorted())
  expect(topics.filter(({ emergency }) => emergency)).toHaveLength(2)
})

it('of thousands of banks sixty are offered, banks before stores', () => {
  sync('bank', (index) => ({ name: `Lugar ${String(index).padStart(4, '0')}`, zoneIds: ['z'], online: false, kind: index < 100 ? 'bank' : 'store' }))
  const banks = listBanks(db, 'z')
  expect(banks).toHaveLength(60)
  expect(new Set(banks.map(({ kind }) => kind))).toEqual(new Set(['bank']))
})

it.each<[string, (index: number) => object, () => unknown, number]>([
  ['notice', () => ({ title: 'Aviso', body: 'Texto', validFrom: '2026-01-01' }), () => currentNotices(db, { on: '2026-11-21' }), 30],
  ['topic', (index) => ({ kind: 'claim', name: `Tema ${index}` }), () => listTopics(db), 100],
  ['bank', (index) => ({ name: `Lugar ${index}`, zoneIds: ['z'], online: false }), () => listBanks(db, 'z'), 60],
  ['payPlace', (index) => ({ zoneId: 'z', name: `Lugar ${index}`, address: 'Calle 1' }), () => listPayPlaces(db, 'z'), 200],
  ['faq', (index) => ({ locale: 'es-MX', category: 'Pagos', question: '¿Y?', answer: 'Sí.', position: index }), () => listFaqs(db, ['es-MX']), 200],
])('of thousands of each %s no more are read than are shown', (entity, make, list, shown) => {
  sync(entity, make)
  expect(parsedDuring(list)).toBe(shown)
})

it('of thousands of long questions those that are shown are chosen without reading the others', () => {
  const answer = 'palabra '.repeat(1_000)
  sync('faq', (index) => ({ answer, locale: index % 2 ? 'es-MX' : 'es', category: `Tema ${index % 20}`, question: '¿Y?', position: index }))
  const ways = plansDuring(() => listFaqs(db, ['es-MX'])).filter((way) => / faq /.test(way))
  expect(ways).toEqual([
    expect.stringMatching(/^SEARCH faq USING INDEX faq_by_locale/),
    expect.stringMatching(/^SEARCH faq USING COVERING INDEX faq_by_locale/),
    'SEARCH faq USING INTEGER PRIMARY KEY (rowid=?)',
  ])
})
