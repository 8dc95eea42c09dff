import { afterAll, describe, expect, test } from 'vitest'
import { bound } from '../../../electron/bounds/bound.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import type { DuplicateSource } from '../../../electron/documents/duplicate/duplicateModel.ts'
import { createLog } from '../../../electron/log/log.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { mexicanSource, uruguayanSource } from '../../fixtures/documents/documentSamples.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'
import { mexicanStatement, paperOf } from '../../fixtures/documents/statements.ts'

const drawing = startDrawing({ log: createLog() })
const { draw, drawStatement, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

function within<T>(entity: string, thing: T): T {
  const bounded = bound(entity, thing)
  if (!bounded.ok) throw new Error(bounded.path.join('.'))
  return bounded.value
}

/** The source as the feed would bring it, with a text in every place that is read by people. */
function filledWith(text: string, { invoice, account, zone, ...rest }: DuplicateSource): DuplicateSource {
  const { fiscal } = invoice
  const codes = { documentType: text, cfdiUse: text, paymentForm: text, paymentMethod: text, placeOfIssue: text }
  const lines = invoice.lines.map((line, index) => ({ ...line, description: text, unit: text, amount: 98_765_432_101 + index }))
  return {
    ...rest,
    invoice: within('invoice', {
      ...invoice,
      lines,
      taxes: Array.from({ length: 40 }, () => ({ name: text, rate: 0.16, amount: 9_876_543_210 })),
      billedUnit: text,
      ...(fiscal && { fiscal: { ...fiscal, ...codes } }),
    }),
    account: within('account', {
      ...account,
      tariff: text,
      holder: { ...account.holder, givenNames: text, familyName: text, secondFamilyName: text, companyName: text },
      supplyAddress: { street: text, exterior: text, interior: text, neighbourhood: text, city: text, state: text },
    }),
    zone: within('zone', { ...zone, company: text, unit: text, issuer: { ...zone.issuer, legalName: text, address: text } }),
  }
}

describe.each([
  ['20,000 letters', 'Suministro '.repeat(1_900)],
  ['1 MB of the widest letter without a space', 'W'.repeat(1_000_000)],
  ['1 MB of ends of lines', 'a\n'.repeat(500_000)],
])('S45 a duplicate whose texts are %s', (_name, text) => {
  test.each([
    ['Mexico', mexicanSource, '$', ',', '.'],
    ['Uruguay', uruguayanSource, '$ ', '.', ','],
  ] as const)('has every amount whole in %s, on few sheets', async (_country, source, sign, group, decimal) => {
    const paper = await draw(filledWith(text, source))
    expect(paper.sheets).toBeLessThanOrEqual(4)
    const words = paper.words().replaceAll('\u00a0', ' ')
    for (const index of source.invoice.lines.keys()) {
      expect(words).toContain(`${sign}987${group}654${group}321${decimal}${String(index + 1).padStart(2, '0')}`)
    }
    expect(words).toContain('…')
  })
})

test('an address that no QR carries leaves the foot of a Uruguayan sheet as it is, and stands whole behind the rest', async () => {
  const url = `https://www.efactura.dgi.gub.uy/consultaQR/cfe?${'0123456789'.repeat(110)}`
  const { invoice } = uruguayanSource
  const paper = await draw({ ...uruguayanSource, invoice: { ...invoice, ...(invoice.fiscal && { fiscal: { ...invoice.fiscal, verificationUrl: url } }) } })
  expect(paper.codes(300).some(({ symbology }) => symbology === 'QR-Code')).toBe(false)
  expect(paper.sheets).toBe(1)
  expect(paper.words().replaceAll(' ', '')).toContain(url)
  expect(paper.words()).toContain('La dirección de verificación está al final')
  const foot = paper.text().slice(paper.text().lastIndexOf('Comprobante fiscal electrónico'))
  for (const whole of ['Código de seguridad: k9X+2f', 'CAE N.º: 90260012345', 'Hoja 1 de 1']) expect(foot).toContain(whole)
})

test('what was too long to be kept whole, the counter has', async () => {
  const long = '7'.repeat(20_000)
  const { invoice } = mexicanSource
  const fiscal = invoice.fiscal && { ...invoice.fiscal, issuerSeal: long, originalChain: long, verificationUrl: `https://sat.example/?${long}` }
  const paper = await draw({ ...mexicanSource, invoice: within('invoice', { ...invoice, paymentReference: long, ...(fiscal && { fiscal }) }) })
  const words = paper.words()
  expect(words).toContain('La referencia de pago de esta factura la tiene el mostrador: pídala ahí.')
  for (const name of ['Sello digital del CFDI', 'Cadena original del complemento de certificación digital del SAT', 'Dirección de verificación']) {
    expect(words).toContain(`${name} Lo tiene el mostrador: pídalo ahí`)
  }
  expect(words).toContain('$3,639.00')
})

test('nine digits stand whole beside each other on a statement', async () => {
  const movements = mexicanStatement.movements.map((movement) => ({ ...movement, amount: Math.sign(movement.amount) * 98_765_432_199 }))
  const paper = await drawStatement(paperOf({ ...mexicanStatement, movements }))
  const rows = paper
    .text()
    .split('\n')
    .filter((line) => line.includes('Pago en BBVA'))
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) expect(row).toMatch(/ \$987,654,321\.99 +\S/)
})

test('a reading of three hundred digits leaves the rest of the sheet where it is', async () => {
  const { invoice } = mexicanSource
  const paper = await draw({ ...mexicanSource, invoice: { ...invoice, consumption: 1e300 } })
  expect(paper.sheets).toBe(1)
  expect(paper.words()).toContain('$3,639.00')
})

test('every duplicate of water stands on one sheet, seals and all', async () => {
  const files = Array.from({ length: 300 }, (_, index) => inventAccount(index, '2026-11-21')).filter(({ subject }) => subject.profile.zone.service === 'water')
  expect(files.length).toBeGreaterThan(0)
  for (const { account, invoices, subject } of files.slice(0, 6)) {
    const [invoice] = invoices
    if (!invoice) continue
    const { sheets } = await draw({ ...mexicanSource, invoice, account, zone: subject.profile.zone, history: invoices })
    expect(sheets).toBe(1)
  }
})
