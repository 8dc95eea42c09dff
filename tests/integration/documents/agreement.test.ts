import { afterAll, describe, expect, test } from 'vitest'
import type { AgreementSource } from '../../../electron/documents/agreement/agreementModel.ts'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createLog } from '../../../electron/log/log.ts'
import { installments } from '../../fixtures/accounts/agreements.ts'
import { contradictingAgreement, lateAgreement, longAgreement, uruguayanAgreement, withAgreement } from '../../fixtures/documents/agreements.ts'
import { mexicanAccount } from '../../fixtures/documents/documentSamples.ts'
import { drawnPapers, type DrawnPaper } from '../../fixtures/documents/drawnPaper.ts'

const drawing = startDrawing({ log: createLog() })
const { drawAgreement, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

/** Every amount in minor units that stands in a row of the table. */
const amountsOf = (paper: DrawnPaper): number[] =>
  [...paper.text().matchAll(/^ *\d+ +\d+ de \p{L}+ de \d{4} +\$([\d,.]+)/gmu)].map(([, amount = '']) => Number(amount.replace(/\D/g, '')))
const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

describe('an agreement in force', async () => {
  const paper = await drawAgreement(lateAgreement)

  test('stands on one letter sheet: whose it is, how it stands, each installment', () => {
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    for (const words of [
      'Acuerdo de pago',
      'N.º CP-482913',
      'Impreso el 21/11/2026 a las 10:30',
      '40989917-7',
      'María Guadalupe Peña Ibáñez',
      '19 de agosto de 2026',
      'Vigente',
      'Total acordado $600.00 Pagado, 2 de 6 cuotas $200.00 Falta pagar $400.00',
      'Tiene 1 cuota vencida, de $100.00. Pase al mostrador para ponerse al día.',
      'La próxima cuota, de $100.00, vence el 19 de diciembre de 2026.',
    ]) {
      expect(paper.words()).toContain(words)
    }
    expect(paper.text()).toMatch(/1 +19 de septiembre de 2026 +\$100\.00 +Pagada el 17 de septiembre de 2026\n/)
    expect(paper.text()).toMatch(/3 +19 de noviembre de 2026 +\$100\.00 +Vencida\n/)
    expect(paper.text()).toMatch(/4 +19 de diciembre de 2026 +\$100\.00 +Pendiente\n/)
    expect(paper.text()).toMatch(/Total +\$600\.00\n/)
    expect(paper.words()).not.toMatch(/undefined|null|NaN|Copia|Hoja/)
  })

  test('is masked where that is asked', async () => {
    const masked = (await drawAgreement({ ...lateAgreement, rendition: { masked: true, copyNumber: null } })).words()
    expect(masked).toContain('M•••• G•••••• P••• I•••••')
    expect(masked).not.toContain('Guadalupe')
  })

  test('its rows come to the total that it says', () => {
    expect(amountsOf(paper)).toHaveLength(6)
    expect(sumOf(amountsOf(paper))).toBe(60_000)
  })

  test('is the same in every byte when it is drawn again', async () => {
    expect(paper.bytes.equals((await drawAgreement(lateAgreement)).bytes)).toBe(true)
  })
})

test('many installments flow on, each once, under a heading on every sheet, with the total at the end', async () => {
  const paper = await drawAgreement(longAgreement(120))
  expect(paper.sheets).toBeGreaterThan(2)
  expect(amountsOf(paper)).toHaveLength(120)
  expect(sumOf(amountsOf(paper))).toBe(1_200_000)
  for (let sheet = 1; sheet <= paper.sheets; sheet += 1) {
    expect(paper.text(sheet)).toContain('Vencimiento')
    expect(paper.text(sheet)).toContain(`Acuerdo de pago CP-482913 · Hoja ${sheet} de ${paper.sheets}`)
  }
  expect(paper.text(paper.sheets)).toMatch(/Total +\$12,000\.00\n/)
})

describe('what the figures do not carry is not said', () => {
  test.each<[string, AgreementSource, string]>([
    ['a total that is not the sum', contradictingAgreement, 'Los datos de este acuerdo no coinciden entre sí.'],
    ['no installments', withAgreement({ installments: [] }), 'La empresa no indica las cuotas de este acuerdo.'],
    ['proposed', withAgreement({ status: 'proposed', installments: installments(6, 0) }), 'Todavía no está vigente.'],
    ['broken', withAgreement({ status: 'broken' }), 'La empresa lo da por incumplido.'],
  ])('%s', async (_, source, sentence) => {
    const paper = await drawAgreement(source)
    expect(paper.words()).toContain(sentence)
    expect(paper.words()).toContain(source === contradictingAgreement ? 'Total acordado $599.99' : 'Total acordado $600.00')
    expect(paper.words()).not.toMatch(/Falta pagar|Pagado,|próxima|vencida,/)
  })

  test('a table that does not come to the total has none', async () => {
    expect((await drawAgreement(contradictingAgreement)).text()).not.toMatch(/^ *Total +\$/m)
  })

  test('of one that the utility has changed no figure at all', async () => {
    const paper = await drawAgreement({ ...lateAgreement, agreement: { ...lateAgreement.agreement, outdated: true } })
    expect(paper.words()).toContain('este kiosco todavía no puede leer el cambio')
    expect(paper.words()).not.toMatch(/\$|Vigente/)
  })
})

test('Uruguay has its own paper and money, and a second copy says that it is one', async () => {
  const paper = await drawAgreement(uruguayanAgreement)
  expect(paper.info()).toMatch(/\(A4\)/)
  for (const words of ['Total acordado $ 600,00', 'La empresa lo da por cumplido.', 'Copia 2 · Impreso el']) expect(paper.words()).toContain(words)
})

test('amounts of nine digits, a number of sixty letters and a holder of a hundred stay on the paper', async () => {
  const [first, ...rest] = installments(6, 2)
  const total = 12_345_678_900 + 50_000
  const holder = { ...mexicanAccount.holder, givenNames: 'Electrodomésticos '.repeat(6) }
  const odd = withAgreement({ number: 'W'.repeat(60), total, installments: first ? [{ ...first, amount: 12_345_678_900 }, ...rest] : [] })
  const paper = await drawAgreement({ ...odd, account: { ...mexicanAccount, holder } })
  expect(paper.sheets).toBe(1)
  expect(paper.words()).toContain('Total $123,457,289.00')
  expect(paper.text().replace(/\s/g, '')).toContain('W'.repeat(60))
})
