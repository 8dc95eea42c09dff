import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { createGuideService } from '../../../electron/services/guide.ts'
import { guideCalls } from '../../../shared/contract/guide.ts'
import type { Faq, PayPlace } from '../../../shared/utility-api/generated/types.gen.ts'
import { createCounter, type Counter } from '../../../electron/session/counter.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { aZone, anAccount, anInvoice, putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'

const nothing = (): void => undefined
let db: WritableDb
let counter: Counter
let ready = true
let guide: ReturnType<typeof createGuideService>

beforeEach(() => {
  db = openDatabase(':memory:', { role: 'durable' })
  counter = createCounter({
    clock: fakeClock('2026-11-21T16:42:00Z'),
    isPrinting: () => false,
    needsSomebody: () => false,
    onWarning: nothing,
    onWithdrawn: nothing,
    onEnded: nothing,
  })
  ready = true
  guide = createGuideService({ db, counter, isReady: () => ready })
})

const aFaq = (change: Partial<Faq>): Faq => ({ id: 'q', locale: 'es-MX', category: 'Pagos', question: '¿Dónde pago?', answer: 'Aquí.', position: 1, ...change })
let rev = 0
function putFaqs(...faqs: Faq[]): void {
  const put = db.prepare('INSERT OR REPLACE INTO faq (id, rev, deleted, data) VALUES (?, ?, 0, ?)')
  for (const faq of faqs) put.run(faq.id, (rev += 1), JSON.stringify(faq))
  noteChange()
}
function putPlaces(...places: PayPlace[]): void {
  const put = db.prepare('INSERT OR REPLACE INTO pay_place (id, rev, deleted, zone_id, data) VALUES (?, 1, 0, ?, ?)')
  for (const place of places) put.run(place.id, place.zoneId, JSON.stringify(place))
}
function remove(table: string, id: string): void {
  db.prepare(`UPDATE ${table} SET deleted = 1, data = NULL WHERE id = ?`).run(id)
  noteChange()
}
/** As whatever the feed brings is noted. */
const noteChange = (): void => void db.prepare('UPDATE feed_state SET changes_applied = changes_applied + 1').run()
/** How many texts are parsed meanwhile. */
function parsedDuring(work: () => unknown): number {
  const parse = vi.spyOn(JSON, 'parse')
  work()
  const { length } = parse.mock.calls
  parse.mockRestore()
  return length
}

const ask = (language = 'es-MX', search = '', accountId: string | null = null) => {
  const answer = must(guide['guide.questions']({ language, search, accountId }))
  return guideCalls['guide.questions'].answer.parse(answer).questions
}
const ids = (language?: string, search?: string, accountId?: string): string[] => ask(language, search, accountId).map(({ id }) => id)

describe('frequent questions', () => {
  it('stand by category, in the utility’s order', () => {
    putFaqs(
      aFaq({ id: 'b2', category: 'B', position: 9 }),
      aFaq({ id: 'a2', category: 'A', position: 7 }),
      aFaq({ id: 'b1', category: 'B', position: 3 }),
      aFaq({ id: 'a1', category: 'A', position: 5 }),
    )
    expect(ids()).toEqual(['b1', 'b2', 'a1', 'a2'])
  })

  it('are those of the screen’s locale, with those for all who speak its language', () => {
    putFaqs(aFaq({ id: 'mx' }), aFaq({ id: 'uy', locale: 'es-UY' }), aFaq({ id: 'all', locale: 'es', position: 2 }), aFaq({ id: 'en', locale: 'en' }))
    expect(ids('es-MX')).toEqual(['mx', 'all'])
    expect(ids('es-UY')).toEqual(['uy', 'all'])
    expect(ids('en')).toEqual(['en'])
  })

  it('come in another variant of the language, else in the language of the account’s zone, else in any', () => {
    putIntoCache(db, {
      zones: [aZone({ id: 'z-1', name: 'A' }), aZone({ id: 'z-uy', name: 'Montevideo', locale: 'es-UY', currency: 'UYU' })],
      accounts: [anAccount({ id: 'a-uy', zoneId: 'z-uy' })],
      invoices: [anInvoice({ id: 'i-uy', accountId: 'a-uy' })],
    })
    putFaqs(aFaq({ id: 'mx' }), aFaq({ id: 'uy', locale: 'es-UY' }), aFaq({ id: 'br', locale: 'pt-BR' }))
    expect(ids('pt')).toEqual(['br'])
    remove('faq', 'br')
    expect(ids('pt')).toEqual(['mx'])
    counter.openAccount('a-uy', 'i-uy')
    expect(ids('pt')).toEqual(['mx'])
    expect(ids('pt', '', 'a-uy')).toEqual(['uy'])
    expect(problemOf(guide['guide.questions']({ language: 'pt', search: '', accountId: 'a-other' }))).toBe('not-allowed')
    remove('faq', 'mx')
    remove('faq', 'uy')
    putFaqs(aFaq({ id: 'fr', locale: 'fr' }))
    expect(ids('pt')).toEqual(['fr'])
  })

  it('are searched as they are now', () => {
    putFaqs(aFaq({ id: 'q1', question: '¿Cómo pido la reconexión?' }), aFaq({ id: 'q2', question: '¿Qué es un duplicado?' }))
    expect(ids('es-MX', ' RECONECCION ')).toEqual(['q1'])
    putFaqs(aFaq({ id: 'q2', question: '¿Cuánto cuesta la reconexión?' }))
    expect(ids('es-MX', 'reconexion').sort()).toEqual(['q1', 'q2'])
    remove('faq', 'q1')
    expect(ids('es-MX', 'reconexion')).toEqual(['q2'])
    expect(ids('en', 'reconexion')).toEqual(['q2'])
  })

  it('are no more than anybody reads', () => {
    putFaqs(...Array.from({ length: 250 }, (_, index) => aFaq({ id: `q${index}`, position: index })))
    expect(ids()).toHaveLength(200)
    expect(ids()[0]).toBe('q0')
    expect(ids().at(-1)).toBe('q199')
  })

  it('are read no more than are shown, and once for all that is typed', () => {
    putFaqs(...Array.from({ length: 250 }, (_, index) => aFaq({ id: `q${index}`, position: index })))
    expect(parsedDuring(() => guide['guide.questions']({ language: 'es-MX', search: '', accountId: null }))).toBe(200)
    expect(parsedDuring(() => guide['guide.questions']({ language: 'es-MX', search: 'pago', accountId: null }))).toBe(0)
    noteChange()
    expect(parsedDuring(() => guide['guide.questions']({ language: 'es-MX', search: 'pago', accountId: null }))).toBe(200)
  })

  it('come without their answers: one is brought for the question that is opened', () => {
    putFaqs(aFaq({ id: 'q1', answer: 'Larga.' }))
    expect(JSON.stringify(guide['guide.questions']({ language: 'es-MX', search: '', accountId: null }))).not.toContain('Larga')
    const answer = (id: string) => guide['guide.answer']({ id })
    expect(guideCalls['guide.answer'].answer.parse(must(answer('q1')))).toEqual({ id: 'q1', answer: 'Larga.' })
    remove('faq', 'q1')
    expect(problemOf(answer('q1'))).toBe('not-found')
  })

  it('are empty where the utility has none, and waited for while they may still come', () => {
    expect(ids()).toEqual([])
    ready = false
    expect(problemOf(guide['guide.questions']({ language: 'es-MX', search: '', accountId: null }))).toBe('preparing-data')
    putFaqs(aFaq({}))
    expect(ids()).toEqual(['q'])
    expect(ids('es-MX', 'bicicleta')).toEqual([])
  })
})

describe('where to pay', () => {
  const places = (zoneId: string) => guideCalls['guide.payPlaces'].answer.parse(must(guide['guide.payPlaces']({ zoneId })))

  it('are the places and the banks of the zone, by name', () => {
    putPlaces(
      { id: 'p2', zoneId: 'z-mty', name: 'Sucursal 10', address: 'Calle 2', hours: '  ' },
      { id: 'p1', zoneId: 'z-mty', name: 'Sucursal 9', address: 'Calle 1', hours: 'Siempre' },
      { id: 'p3', zoneId: 'z-other', name: 'Otra', address: 'Calle 3' },
    )
    putBanks(db, [{ id: 'b', name: 'BBVA', zoneIds: ['z-mty'], online: false }])
    expect(places('z-mty')).toEqual({
      zoneId: 'z-mty',
      offices: [
        { id: 'p1', name: 'Sucursal 9', address: 'Calle 1', hours: 'Siempre' },
        { id: 'p2', name: 'Sucursal 10', address: 'Calle 2', hours: null },
      ],
      banks: [{ bankId: 'b', name: 'BBVA', kind: 'bank' }],
    })
    remove('pay_place', 'p3')
    expect(places('z-other')).toEqual({ zoneId: 'z-other', offices: [], banks: [] })
  })

  it('are read no more than are shown, of the places as of the banks', () => {
    const number = (index: number): string => String(index).padStart(3, '0')
    const many = Array.from({ length: 250 }, (_, index) => number(249 - index))
    putPlaces(...many.map((id) => ({ id, zoneId: 'z-mty', name: `Sucursal ${id}`, address: 'Calle 1' })))
    putBanks(
      db,
      many.map((id) => ({
        id: `b${id}`,
        name: `Banco ${id}`,
        zoneIds: [id < '100' ? 'z-mty' : 'z-other'],
        online: false,
        ...(id < '050' && { kind: 'store' }),
      })),
    )
    expect(parsedDuring(() => guide['guide.payPlaces']({ zoneId: 'z-mty' }))).toBe(260)
    const { offices, banks } = places('z-mty')
    expect([offices.length, offices[0]?.id, offices.at(-1)?.id]).toEqual([200, '000', '199'])
    expect([banks.length, banks[0]?.bankId, banks[49]?.bankId, banks[50]?.bankId]).toEqual([60, 'b050', 'b099', 'b000'])
  })

  it('are waited for while they may still come', () => {
    ready = false
    expect(problemOf(guide['guide.payPlaces']({ zoneId: 'z-mty' }))).toBe('preparing-data')
  })
})
