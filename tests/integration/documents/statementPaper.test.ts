import { afterAll, describe, expect, test } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createLog } from '../../../electron/log/log.ts'
import { mexicanAccount } from '../../fixtures/documents/documentSamples.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'
import { aMovement, manyMovements, mexicanStatement, paperOf, uruguayanStatement } from '../../fixtures/documents/statements.ts'

const drawing = startDrawing({ log: createLog() })
const { drawStatement, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

describe('the statement of a year', async () => {
  const paper = await drawStatement(paperOf(mexicanStatement))

  test('stands on one letter sheet with what it is, whose, and of when', () => {
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    for (const words of [
      'Estado de cuenta',
      'Del 22 nov 2025 al 21 nov 2026',
      'Gas del Norte de Monterrey, S.A. de C.V. · RFC GNM970512AB3',
      '40989917-7',
      'María Guadalupe Peña Ibáñez',
      'Copia 1 · Emitido el 21/11/2026 a las 10:30',
      'Hoja 1 de 1',
    ]) {
      expect(paper.words()).toContain(words)
    }
    expect(paper.words()).not.toMatch(/•|PEIG|undefined|null|NaN/)
  })

  test('says each movement with its balance, and what they add up to', () => {
    expect(paper.text()).toMatch(/05\/12\/2025 +Factura DE 4043 2492 +\$1,903\.69 +\$1,903\.69\n/)
    expect(paper.text()).toMatch(/19\/12\/2025 +Pago en BBVA +DE 4043 2492 +\$1,903\.69 +\$0\.00\n/)
    expect(paper.text()).toMatch(/\$41\.50 +−\$41\.50\n/)
    expect(paper.text()).toMatch(/21\/11\/2026 +Totales +\$27,170\.82 +\$25,337\.54 +\$1,833\.28\n/)
    expect(paper.words()).toContain('Cargos $27,170.82 Pagos y abonos −$25,337.54 Saldo final, 21 nov 2026 $1,833.28')
  })

  test('is the same in every byte when it is drawn again', async () => {
    expect(paper.bytes.equals((await drawStatement(paperOf(mexicanStatement))).bytes)).toBe(true)
  })
})

test('Uruguay has its own paper, money and words', async () => {
  const paper = await drawStatement(paperOf(uruguayanStatement))
  expect(paper.info()).toMatch(/\(A4\)/)
  expect(paper.text()).toMatch(/Totales +\$ 27\.170,82 +\$ 25\.337,54 +\$ 1\.833,28\n/)
  expect(paper.words()).toContain('Pagos y créditos')
})

test('of a closed account says so beneath its title', async () => {
  const paper = await drawStatement(paperOf({ ...mexicanStatement, account: { ...mexicanAccount, status: 'closed' } }))
  expect(paper.words()).toContain('Del 22 nov 2025 al 21 nov 2026 Cuenta cerrada')
})

test('without movements it says so, and its balances', async () => {
  const paper = await drawStatement(paperOf({ ...mexicanStatement, from: '2026-11-20' }))
  expect(paper.sheets).toBe(1)
  expect(paper.words()).toContain('No hay movimientos en este periodo.')
  expect(paper.words()).toContain('Saldo inicial, 20 nov 2026 $1,833.28 Cargos $0.00 Pagos y abonos $0.00 Saldo final, 21 nov 2026 $1,833.28')
})

test('every sheet has the head of the first, the names of the columns and its number', async () => {
  const paper = await drawStatement(paperOf(manyMovements(120)))
  expect(paper.sheets).toBe(4)
  for (const sheet of [1, 2, 3, 4]) {
    for (const words of ['Estado de cuenta', '40989917-7', 'Fecha', 'Saldo', `Hoja ${sheet} de 4`]) expect(paper.text(sheet)).toContain(words)
  }
  expect(paper.words()).toContain('Saldo a su favor, 21 nov 2026')
})

test('with more movements than are put on paper it says how many and where they all are, and its figures are of all', async () => {
  const paper = await drawStatement(paperOf(manyMovements(120), 60))
  expect(paper.words()).toContain('Este periodo tiene 120 movimientos; aquí están los 60 más recientes.')
  expect(paper.words()).toContain('60 movimientos anteriores')
  expect(paper.text(paper.sheets)).toMatch(/Totales +\$790,123,456\.80 +\$493,827,156\.00 +−\$250\.50\n/)
})

test('S04 hostile names stand there as text, and long ones leave the rest in its place', async () => {
  const texts = ['=1+1', '<b>x</b> {{7*7}}', 'X'.repeat(120), '😀 مرحبا\u0000\u202e', 'palabra '.repeat(15).trim()]
  const movements = texts.map((description, index) => aMovement({ id: `m-${index}`, description, documentNumber: description, amount: -1_000_000_000 }))
  const long = { kind: 'company', companyName: `${'Sociedad '.repeat(13)}S.A.`, documentType: 'RFC', documentNumber: 'X' } as const
  const paper = await drawStatement(paperOf({ ...mexicanStatement, movements, account: { ...mexicanAccount, balance: -5_000_000_000, holder: long } }))
  expect(paper.sheets).toBe(1)
  const whole = paper.words().replace(/\s+/g, '')
  for (const text of ['=1+1', '<b>x</b>{{7*7}}', 'X'.repeat(120), '??????', 'palabra'.repeat(15), '−$50,000,000.00']) expect(whole).toContain(text)
  expect(paper.info()).toMatch(/JavaScript:\s+no\n/)
})
