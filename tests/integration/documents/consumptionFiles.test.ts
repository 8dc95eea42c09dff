import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Reading } from '../../../shared/utility-api/generated/types.gen.ts'
import { mexicanAccount, montevideo, monterrey, uruguayanAccount } from '../../fixtures/documents/documentSamples.ts'
import { recordsWorld } from '../../fixtures/documents/recordsWorld.ts'
import { formatsOf, formulasOf, partOf, sheetsOf } from '../../fixtures/documents/spreadsheet.ts'
import { aReading } from '../../fixtures/documents/statements.ts'
import { run } from '../../fixtures/tools.ts'

const gas: Reading[] = [
  aReading({ id: 'r-1', takenOn: '2026-08-31', value: 4049.5, consumption: null }),
  aReading({ id: 'r-2', takenOn: '2026-09-30', value: 4180, consumption: 130.5, kind: 'estimated' }),
  aReading({ id: 'r-3', takenOn: '2026-10-12', value: 4230, consumption: null, kind: 'customer' }),
  aReading({ id: 'r-4', takenOn: '2026-10-31', value: 4322.29, consumption: 142.29 }),
]
const water = aReading({ id: 'w-1', accountId: uruguayanAccount.id, meterNumber: '=1+1 & <x>', takenOn: '2026-10-31', value: 46.5 })
const exchanged = [
  aReading({ id: 'x-1', takenOn: '2026-08-31', value: 9_900, consumption: null }),
  aReading({ id: 'x-2', takenOn: '2026-09-30', value: 9_965, consumption: 65, kind: 'estimated' }),
  aReading({ id: 'x-3', takenOn: '2026-09-30', value: 9_960, consumption: 60 }),
  aReading({ id: 'x-4', takenOn: '2026-09-30', value: 2, consumption: 2, meterNumber: 'G4-9999999' }),
  aReading({ id: 'x-5', takenOn: '2026-10-30', value: 82, consumption: 80, meterNumber: 'G4-9999999' }),
].map((reading) => ({ ...reading, accountId: 'acc-exchanged' }))
const world = recordsWorld({
  zones: [monterrey, montevideo],
  accounts: [mexicanAccount, uruguayanAccount, { ...mexicanAccount, id: 'acc-exchanged' }, { ...uruguayanAccount, id: 'acc-water' }],
  readings: [...gas, water, ...exchanged, ...exchanged.map((reading) => ({ ...reading, id: `w-${reading.id}`, accountId: 'acc-water' }))],
})
const createdAt = Date.UTC(2026, 10, 21, 16, 30)

afterAll(() => world.dispose())

const make = async (accountId: string, format: 'xlsx' | 'csv' | 'xml'): Promise<string> =>
  world.keep(`${accountId}.${format}`, await world.records.consumptionFile({ accountId, format, createdAt }))

/** What an XPath finds, by xmllint; prefixes stand for no namespace, so elements are named by `local-name`. */
function find(file: string, path: string): string {
  const steps = path.split('/').map((step) => step.replace(/^([A-Za-z]+)/, "*[local-name()='$1']"))
  return run('xmllint', '--xpath', `string(//${steps.join('/')})`, file).trim()
}

const count = (file: string, name: string): number => Number(run('xmllint', '--xpath', `count(//*[local-name()='${name}'])`, file))

describe('Green Button', async () => {
  const file = await make(mexicanAccount.id, 'xml')
  const text = readFileSync(file, 'utf8')

  test('is well-formed Atom with a resource of ESPI in every entry', () => {
    expect(run('xmllint', '--noout', file)).toBe('')
    expect(run('xmllint', '--xpath', "count(/*[local-name()='feed' and namespace-uri()='http://www.w3.org/2005/Atom'])", file).trim()).toBe('1')
    const resources = "//*[local-name()='content']/*[namespace-uri()='http://naesb.org/espi']"
    expect(run('xmllint', '--xpath', `count(${resources})`, file).trim()).toBe(String(count(file, 'entry')))
    expect(find(file, 'author/name')).toBe(monterrey.issuer.legalName)
    for (const name of ['UsagePoint', 'LocalTimeParameters', 'MeterReading', 'ReadingType', 'IntervalBlock']) expect(count(file, name)).toBe(1)
  })

  test('names every entry by an address and an id of its own, which stay from file to file', async () => {
    const ids = text.match(/(?<=<id>)[^<]+/g) ?? []
    expect(new Set(ids).size).toBe(1 + count(file, 'entry'))
    expect(ids.every((id) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
    const again = await world.records.consumptionFile({ accountId: mexicanAccount.id, format: 'xml', createdAt: createdAt + 86_400_000 })
    expect(
      Buffer.from(again ?? [])
        .toString('utf8')
        .match(/(?<=<id>)[^<]+/g),
    ).toEqual(ids)
  })

  test('relates what is read to the point, its type and its blocks', () => {
    const selves = text.match(/(?<=rel="self" href=")[^"]+/g) ?? []
    const related = text.match(/(?<=rel="related" href=")[^"]+/g) ?? []
    expect(related).toHaveLength(4)
    // The point's meter readings as a collection, which readers ask for; never one of them.
    expect(related[0]).toMatch(/^RetailCustomer\/[0-9a-f-]{36}\/UsagePoint\/1\/MeterReading$/)
    // A block is one of the collection that is related.
    for (const href of related) expect(selves.some((self) => self === href || self.startsWith(`${href}/`))).toBe(true)
  })

  test('says what is measured: natural gas, its volume, in thousandths of a cubic metre', () => {
    expect(find(file, 'UsagePoint/ServiceCategory/kind')).toBe('1')
    const elements = /<ReadingType [^>]*>([\s\S]*?)<\/ReadingType>/.exec(text)?.[1]?.match(/<\w+>[^<]*/g)
    expect(elements).toEqual([
      '<accumulationBehaviour>4',
      '<commodity>7',
      '<defaultQuality>0',
      '<flowDirection>1',
      `<intervalLength>${31 * 86_400}`,
      '<kind>58',
      '<powerOfTenMultiplier>-3',
      '<uom>42',
    ])
  })

  test('tells each interval by its beginning and length in seconds, whole numbers, and which was estimated', () => {
    const [august, september] = [Date.UTC(2026, 7, 31, 6) / 1000, Date.UTC(2026, 8, 30, 6) / 1000]
    expect(find(file, 'IntervalBlock/interval/start')).toBe(String(august))
    expect(find(file, 'IntervalBlock/interval/duration')).toBe(String(61 * 86_400))
    const readings = text.match(/<IntervalReading>[\s\S]*?<\/IntervalReading>/g)?.map((reading) => reading.replace(/\s+/g, ''))
    const period = (start: number, days: number) => `<timePeriod><duration>${days * 86_400}</duration><start>${start}</start></timePeriod>`
    expect(readings).toEqual([
      `<IntervalReading><ReadingQuality><quality>8</quality></ReadingQuality>${period(august, 30)}<value>130500</value></IntervalReading>`,
      `<IntervalReading>${period(september, 31)}<value>142290</value></IntervalReading>`,
    ])
  })

  test('says nothing of who the customer is', () => {
    expect(text).not.toMatch(/40989917|7723190|acc-1|Guadalupe|Pánuco/)
  })
})

test('water has its own codes', async () => {
  const file = await make('acc-water', 'xml')
  expect([find(file, 'UsagePoint/ServiceCategory/kind'), find(file, 'ReadingType/commodity')]).toEqual(['2', '9'])
})

test('a first reading makes no interval, and then no meter reading either', async () => {
  const file = await make(uruguayanAccount.id, 'xml')
  expect(run('xmllint', '--noout', file)).toBe('')
  expect(find(file, 'LocalTimeParameters/tzOffset')).toBe('-10800')
  expect(['UsagePoint', 'MeterReading', 'ReadingType', 'IntervalBlock'].map((name) => count(file, name))).toEqual([1, 0, 0, 0])
})

test('the workbook holds a row for each reading, oldest first, and the sum as a formula', async () => {
  const file = await make(mexicanAccount.id, 'xlsx')
  const [rows = []] = sheetsOf(file)
  expect(rows[0]).toEqual(['Fecha', 'Medidor', 'Lectura (m³)', 'Tipo', 'Consumo (m³)'])
  expect(rows[2]).toEqual(['2026/09/30', 'G4-7723190', '4180', 'Estimada', '130.5'])
  expect(rows.slice(1, -1).map((row) => row[3])).toEqual(['Real', 'Estimada', 'Aportada por el cliente', 'Real'])
  expect(Number(rows.at(-1)?.[4])).toBeCloseTo(272.79, 9)
  expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('<f>SUM(E2:E5)</f>')
})

test('S54 two readings of one day: one interval, one sum, every reading listed', async () => {
  const xml = readFileSync(await make('acc-exchanged', 'xml'), 'utf8')
  expect(xml.match(/<duration>\d+/g)).toEqual([`<duration>${60 * 86_400}`, `<duration>${30 * 86_400}`, `<duration>${30 * 86_400}`])
  expect(xml.match(/(?<=<value>)\d+/g)).toEqual(['62000', '80000'])
  const [rows = []] = sheetsOf(await make('acc-exchanged', 'xlsx'))
  expect(rows.slice(1, -1).map((row) => row[4])).toEqual(['', '60', '', '2', '80'])
  expect(rows.at(-1)?.[4]).toBe('142')
})

test('the workbook shows every figure with the decimals that it has', async () => {
  const file = await make(mexicanAccount.id, 'xlsx')
  const shown = Object.fromEntries(formatsOf(file).map(({ cell, format }) => [cell, format]))
  expect(shown).toMatchObject({ C2: '#,##0.0', C3: '#,##0', E3: '#,##0.0', E5: '#,##0.00', E6: '#,##0.00' })
})

test('the CSV is in the way of each country, and opens without a formula', async () => {
  expect(
    readFileSync(await make(mexicanAccount.id, 'csv'), 'utf8')
      .split('\r\n')
      .slice(1, 3),
  ).toEqual(['2026-08-31,G4-7723190,4049.5,Real,', '2026-09-30,G4-7723190,4180,Estimada,130.5'])
  const file = await make(uruguayanAccount.id, 'csv')
  expect(readFileSync(file, 'utf8')).toBe("\ufeffFecha;Medidor;Lectura (m³);Tipo;Consumo (m³)\r\n2026-10-31;'=1+1 & <x>;46,5;Real;142\r\n")
  expect(formulasOf(file)).toEqual([])
})
