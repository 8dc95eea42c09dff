import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ruleFor } from '../../../electron/bounds/rooms.ts'
import { shorten } from '../../../electron/bounds/shorten.ts'
import { toBatch } from '../../../electron/sync/batch.ts'
import * as schemas from '../../../shared/utility-api/generated/zod.gen.ts'
import { upsert } from '../../fakes/utility.ts'
import { anAccount, anInvoice, aZone } from '../../fixtures/accounts/branchData.ts'

const batchOf = (...changes: unknown[]) => toBatch(null, { changes, cursor: '1', hasMore: false, serverTime: '2026-11-21T16:42:00Z' })
const kept = (entity: string, thing: { id: string }): unknown => {
  const { cells, setAside } = batchOf(upsert(entity, thing))
  expect(setAside).toEqual([])
  return JSON.parse(String(cells.at(-1)))
}

const entities: Record<string, z.ZodType> = {
  zone: schemas.zZone,
  account: schemas.zAccount,
  invoice: schemas.zInvoice,
  movement: schemas.zMovement,
  reading: schemas.zReading,
  agreement: schemas.zAgreement,
  request: schemas.zRequest,
  payment: schemas.zPayment,
  bank: schemas.zBank,
  payPlace: schemas.zPayPlace,
  topic: schemas.zTopic,
  faq: schemas.zFaq,
  notice: schemas.zNotice,
  legalText: schemas.zLegalText,
  clerk: schemas.zClerk,
}

interface JsonSchema {
  type?: string | string[]
  enum?: unknown[]
  pattern?: string
  format?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

/** Something of a schema with every text as long as is asked for, and every list of three. */
function filled(schema: JsonSchema, field: string, text: (field: string) => string): unknown {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return filled(options.find(({ type }) => type !== 'null') ?? {}, field, text)
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, filled(inner, name, text)]))
  if (schema.type === 'array') return [1, 2, 3].map(() => filled(schema.items ?? {}, field, text))
  if (schema.type === 'number' || schema.type?.includes('number') || schema.type === 'integer') return 7
  if (schema.type === 'boolean') return true
  if (schema.format === 'date') return '2026-11-21'
  if (schema.format === 'uuid') return '0190a3c4-0000-7000-8000-000000000000'
  return ordinary[field] ?? (schema.pattern === undefined ? text(field) : '7')
}

const ordinary: Record<string, string> = { timeZone: 'America/Monterrey', currency: 'MXN', certifiedAt: '2026-11-21T16:42:00Z', pattern: '[0-9]{7}' }
const refused = (entity: string, field: string): boolean => ruleFor(entity, field).kind === 'needed'
const longTexts = (entity: string, long: string) => (field: string) => ordinary[field] ?? (refused(entity, field) ? '7' : long)

function textsOf(value: unknown, field = ''): [field: string, text: string][] {
  if (typeof value === 'string') return [[field, value]]
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, field))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, inner]) => textsOf(inner, name)) : []
}

const odd: [name: string, text: string][] = [
  ['20,000 letters', 'palabra '.repeat(2_500)],
  ['1 MB without a space', 'x'.repeat(1_000_000)],
  ['1 MB of marks on one letter', `e${'\u0301'.repeat(1_000_000)}`],
  ['1 MB of lone surrogates', '\ud83d'.repeat(1_000_000)],
  ['1 MB of bidirectional controls', '\u202e'.repeat(1_000_000)],
  ['1 MB of what is not seen', '\u200d'.repeat(1_000_000)],
  ['1 MB of ends of lines', '\n'.repeat(1_000_000)],
  ['1 MB of controls and tabs', '\t\u0007'.repeat(500_000)],
  ['1 MB of families', '👩‍👩‍👧‍👦'.repeat(90_000)],
]

describe('S45 texts without end', () => {
  it.each(Object.entries(entities).flatMap(([entity, schema]) => odd.map(([name, text]) => [entity, name, schema, text] as const)))(
    'keeps a bounded %s with %s in every field',
    (entity, _name, schema, text) => {
      const thing = filled(z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema, '', longTexts(entity, text)) as { id: string }
      const texts = textsOf(kept(entity, thing))
      expect(texts.length).toBeGreaterThan(1)
      for (const [field, short] of texts) {
        const rule = ruleFor(entity, field)
        if (rule.kind !== 'shortened') expect(short.length).toBeLessThanOrEqual(rule.most)
        else expect([short.length <= rule.room.characters * 4 + 1, short.split('\n').length <= rule.room.lines]).toEqual([true, true])
        expect(short.isWellFormed()).toBe(true)
      }
    },
  )

  it('says with … that a text goes on', () => {
    const invoice = kept('invoice', anInvoice({ lines: [{ description: 'Suministro '.repeat(400), amount: 363_900 }] })) as ReturnType<typeof anInvoice>
    expect(invoice.lines[0]?.description).toMatch(/^Suministro .*[a-z]…$/)
    expect(invoice.lines[0]?.amount).toBe(363_900)
  })

  it('leaves out what would be another when shortened: references, seals, telephones', () => {
    const long = '7'.repeat(20_000)
    const fiscal = { scheme: 'cfdi-4.0' as const, verificationUrl: `https://sat.example/?${long}`, issuerSeal: long }
    expect(kept('invoice', anInvoice({ paymentReference: long, fiscal }))).toMatchObject({
      paymentReference: '',
      fiscal: { verificationUrl: '', issuerSeal: '' },
    })
    expect(kept('zone', aZone({ emergencyPhone: long }))).toMatchObject({ emergencyPhone: '' })
    expect(kept('account', anAccount({ meterNumber: long, phone: long }))).toMatchObject({ meterNumber: '', phone: '' })
  })

  it('keeps an invoice whose fiscal folio or authorisation is too long, without that', () => {
    const long = '7'.repeat(20_000)
    const cae = { number: long, from: 1, to: 9, expiresOn: '2027-01-01' }
    const fiscal = { scheme: 'cfe-uy' as const, verificationUrl: 'https://dgi.example/?1', folio: long, documentType: 'e-Ticket', cae }
    expect(kept('invoice', anInvoice({ fiscal }))).toMatchObject({
      number: 'DE 4043 2503',
      fiscal: { folio: '', documentType: 'e-Ticket', cae: { number: '', to: 9 } },
    })
  })

  it('sets aside what can no longer be found by its number', () => {
    const long = 'A'.repeat(20_000)
    expect(batchOf(upsert('invoice', anInvoice({ number: long })), upsert('invoice', anInvoice({ accountId: long }))).setAside).toMatchObject([
      { id: 'i-1', reason: 'data number too_big' },
      { id: 'i-1', reason: 'data accountId too_big' },
    ])
  })

  it('adds up what it leaves out of ten thousand charges and taxes', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => ({ description: `Concepto ${index}`, amount: 3 }))
    const taxes = Array.from({ length: 1_000 }, () => ({ name: 'IVA', rate: 0.16, amount: 5 }))
    const invoice = kept('invoice', anInvoice({ lines, taxes })) as ReturnType<typeof anInvoice>
    expect(invoice.lines).toHaveLength(500)
    expect(invoice.lines.at(-1)).toEqual({ description: '… (9501)', amount: 28_503 })
    expect(invoice.taxes).toHaveLength(12)
    expect(invoice.taxes.reduce((sum, { amount }) => sum + amount, 0)).toBe(5_000)
  })

  it.each<[string, { id: string }, string]>([
    ['invoice', anInvoice({ total: Number.MAX_SAFE_INTEGER }), 'total'],
    ['invoice', anInvoice({ balance: -9_007_199_254_740_990 }), 'balance'],
    ['invoice', anInvoice({ consumption: 1e308 }), 'consumption'],
    ['invoice', anInvoice({ lines: [{ description: 'Cargo', amount: 2 ** 52 }] }), 'lines.0.amount'],
    ['invoice', anInvoice({ taxes: [{ name: 'IVA', rate: 1e300, amount: 1 }] }), 'taxes.0.rate'],
    ['invoice', anInvoice({ lines: Array.from({ length: 1_000 }, () => ({ description: 'Cargo', amount: 1e12 })) }), 'lines.499.amount'],
    ['account', anAccount({ balance: 1e15 }), 'balance'],
    ['movement', { id: 'm-1', accountId: 'a-1', postedOn: '2026-11-01', kind: 'fee', description: 'Cargo', amount: 2 ** 53 - 1 } as { id: string }, 'amount'],
    ['reading', { id: 'r-1', accountId: 'a-1', meterNumber: 'M', takenOn: '2026-11-01', value: -1e30, kind: 'actual' } as { id: string }, 'value'],
  ])('sets an %s aside whose figures cannot be added up: %#', (entity, thing, path) => {
    const { setAside, kinds } = batchOf(upsert(entity, thing))
    expect([...kinds]).toEqual([])
    expect(setAside).toMatchObject([{ entity, id: thing.id, reason: `data ${path} too_big` }])
  })

  it('leaves out figures that a thing can be without, says so, and keeps the largest that anybody bills', () => {
    const lines = [{ description: 'Cargo', amount: -1e12, quantity: 1e300, unitPrice: 1e13 }]
    const { setAside, cells } = batchOf(upsert('invoice', anInvoice({ total: 1e12, conversionFactor: 1e308, billedUnit: 'kWh', lines })))
    expect(setAside).toMatchObject([{ entity: 'invoice.parts', id: 'i-1', reason: 'data conversionFactor, lines.0.quantity, lines.0.unitPrice unusable' }])
    const invoice = JSON.parse(String(cells.at(-1))) as ReturnType<typeof anInvoice>
    expect(invoice).toMatchObject({ total: 1e12, billedUnit: 'kWh', lines: [{ description: 'Cargo', amount: -1e12 }] })
    expect([invoice.conversionFactor, invoice.lines[0]?.quantity]).toEqual([undefined, undefined])
  })

  it('changes nothing of what fits', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', 'é', '👍🏽', 'क्षि', '"', '\\'), maxLength: 300 })
    fc.assert(fc.property(texts, (text) => shorten(text, { characters: 300, lines: 1 }) === text))
  })
})
