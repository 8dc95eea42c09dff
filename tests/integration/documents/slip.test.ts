import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { drawPdf } from '../../../electron/documents/pdf.ts'
import { modulesOf } from '../../../electron/documents/barcodes.ts'
import { slipDefinition } from '../../../electron/documents/slip/drawSlip.ts'
import { slipModel, type SlipSource } from '../../../electron/documents/slip/slipModel.ts'
import type { Bank } from '../../../shared/utility-api/generated/types.gen.ts'
import { MOST_CONTRACTS_TOGETHER, MOST_INVOICES_TOGETHER } from '../../../shared/contract/documents.ts'
import { checkPdf, readCodes, textOf, type ReadCode } from '../../fixtures/documents/readPaper.ts'
import { bankSlip, barlessSlip, contractsSlip, deskSlip, overdueSlip, owedInvoice, owing, storeSlip, uruguayanSlip } from '../../fixtures/documents/slips.ts'
import { drawTogether, longRule, randomSlips, rules } from '../../fixtures/documents/manySlips.ts'
import { run } from '../../fixtures/tools.ts'

const folder = mkdtempSync(join(tmpdir(), 'ventanilla-slips-'))
let count = 0
const kept = (pdf: Uint8Array): string => {
  const file = join(folder, `${++count}.pdf`)
  writeFileSync(file, pdf)
  checkPdf(file)
  return file
}
const drawn = async (source: SlipSource): Promise<string> => kept((await drawPdf(slipDefinition(slipModel(source)))).pdf)
const sorted = (codes: ReadCode[]): string[] => codes.map(({ symbology, text }) => `${symbology} ${text}`).sort()

afterAll(() => rmSync(folder, { recursive: true }))

describe('a reader that we did not write reads every slip back', () => {
  test.each([
    [200, 300, [...rules, longRule]],
    [20, 150, [...rules, longRule]],
    [20, 100, rules],
  ])('%i slips of one document, printed at %i dpi', async (slips, dpi, made) => {
    const many = randomSlips(slips, dpi, made)
    const file = kept(await drawTogether(many))
    expect(many.filter(({ model }) => model.coupons[0]?.bars)).toHaveLength(slips)
    // Bars stand upright and are read across: a third of the rows is plenty, and the reader's time goes by dots.
    expect(sorted(readCodes(file, dpi, Math.round(dpi / 3)))).toEqual(many.map(({ code }) => code).sort())
  })
})

describe('the largest slip that can be asked for', () => {
  /** Where the settings do not say otherwise. */
  const SHEETS_PER_VISIT = 6
  const [first] = contractsSlip.contracts
  const [invoice] = first?.invoices ?? []
  const largest = (bank: Bank | null, invoicesEach: number): SlipSource => {
    const contracts = Array.from({ length: MOST_CONTRACTS_TOGETHER }, () => ({
      account: first!.account,
      invoices: Array<typeof invoice>(invoicesEach).fill(invoice),
    }))
    return { ...contractsSlip, bank, contracts } as SlipSource
  }

  test.each([
    ['a part for each contract', largest(contractsSlip.bank, MOST_INVOICES_TOGETHER / MOST_CONTRACTS_TOGETHER)],
    ['a part for each invoice', largest(storeSlip.bank, 1)],
  ])('with %s takes no more sheets than a visit may print', async (_what, source) => {
    const model = slipModel(source)
    expect(model.coupons).toHaveLength(MOST_CONTRACTS_TOGETHER)
    expect((await drawPdf(slipDefinition(model))).sheets).toBeLessThanOrEqual(SHEETS_PER_VISIT)
  })
})

describe('a bar is so many whole dots of the printer, and so is a gap', () => {
  const models = { code128: slipModel(bankSlip), 'gs1-128': slipModel(overdueSlip), itf: slipModel(storeSlip) }

  test.each([
    ['code128', 300, 6],
    ['code128', 600, 12],
    ['gs1-128', 300, 5],
    ['gs1-128', 600, 10],
    ['itf', 300, 6],
    ['itf', 600, 12],
  ] as const)('%s at %i dpi: %i dots', async (symbology, dpi, dots) => {
    const model = models[symbology]
    const bars = model.coupons[0]?.bars ?? []
    const file = kept((await drawPdf(slipDefinition(model))).pdf)
    const widths = bars.map((width) => width * dots)
    const rows = rowsOf(file, dpi).filter((row) => row.length > bars.length)
    const exact = rows.filter((row) => carries(row, widths, 10 * dots))
    // Fifteen millimetres are enough to aim at.
    expect(exact.length / dpi).toBeGreaterThan(15 / 25.4)
  })

  /** Runs of one shade in each row of dots of the first page, white first; no edge is smoothed. */
  function rowsOf(file: string, dpi: number): number[][] {
    const picture = join(folder, 'dots')
    run('pdftoppm', '-r', String(dpi), '-gray', '-singlefile', '-aaVector', 'no', file, picture)
    const bytes = readFileSync(`${picture}.pgm`)
    const columns = Math.round(8.5 * dpi)
    const rows = Math.round(11 * dpi)
    const dots = bytes.subarray(bytes.length - columns * rows)
    return Array.from({ length: rows }, (_, row) => runsOf(dots.subarray(row * columns, (row + 1) * columns)))
  }

  function runsOf(row: Uint8Array): number[] {
    const runs = [0]
    for (const [at, grey] of row.entries()) {
      const dark = grey < 128
      const wasDark = at > 0 && (row[at - 1] ?? 255) < 128
      if (dark === wasDark) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
      else runs.push(1)
    }
    return runs
  }

  /** The bars, and nothing else, with white of at least so many dots on either side. */
  function carries(row: number[], widths: readonly number[], quiet: number): boolean {
    const own = widths.length % 2 === 0 ? widths.slice(0, -1) : widths
    const [before = 0, ...rest] = row
    const after = rest.at(-1) ?? 0
    return before >= quiet && after >= quiet && rest.length === own.length + 1 && own.every((width, index) => rest[index] === width)
  }
})

describe('what stands on the paper', () => {
  it('tells a person all that the bars tell, and what to say', async () => {
    const text = textOf(await drawn(bankSlip)).replace(/ +/g, ' ')
    const reference = slipModel(bankSlip).coupons[0]?.reference ?? ''
    for (const words of [
      'Ficha de pago',
      'Banco del Valle · Convenio 900134',
      '$3,639.00',
      'Pague a más tardar el 2 de diciembre de 2026',
      '40989917-7',
      'M•••• G•••••• P••• I•••••',
      'DE 4043 2503',
      'Diga: «Pago de servicio de Gas del Norte, convenio 900134».',
      'Corte aquí · Parte para Banco del Valle',
      reference,
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Guadalupe')
  })

  it('an overdue one says until when it is good', async () => {
    const file = await drawn(overdueSlip)
    expect(textOf(file)).toContain('vale hasta el 23 de noviembre de 2026')
    const [code] = readCodes(file)
    const [fixed, amount] = code?.text.split('\u001d') ?? []
    expect(fixed).toMatch(/^4157504000000006122611238020\d{21}$/)
    expect(amount).toBe('39021095402')
  })

  it('two invoices whose code does not say the amount are two parts on one sheet', async () => {
    const file = await drawn(storeSlip)
    expect(run('pdfinfo', file)).toMatch(/Pages: +1\n/)
    expect(sorted(readCodes(file, 150))).toEqual(['I2/5 81040989917404225030', 'I2/5 81040989917404325030'])
  })

  it('a reference without bars is there in figures, and nothing is there to be scanned', async () => {
    const file = await drawn(barlessSlip)
    expect(readCodes(file)).toEqual([])
    expect(textOf(file)).toContain('8104 0989 9174 043')
    expect(textOf(file)).toContain('Pague en el mostrador.')
  })

  it('two numbers never stand under one word: the account is a reference in water, and what is paid with is the reference of the payment', async () => {
    const zone = { ...bankSlip.zone, identifiers: { account: { label: 'Referencia' } } }
    for (const slip of [bankSlip, barlessSlip, deskSlip, overdueSlip]) {
      const words = textOf(await drawn({ ...slip, zone })).replace(/\s+/g, ' ')
      // Once on the sheet and once on each part of it, beside the number of the account.
      expect(words.match(/referencia(?! de pago)/gi)).toHaveLength(words.split('40989917-7').length - 1)
      expect(words).toMatch(/Referencia de pago +8104/)
    }
  })

  it('the desk of the branch scans the reference of the invoice', async () => {
    const file = await drawn(deskSlip)
    expect(textOf(file)).toContain('Caja de esta sucursal')
    expect(readCodes(file)).toEqual([{ symbology: 'CODE-128', text: '81040989917404325030' }])
  })

  it('Uruguay prints on A4', async () => {
    const file = await drawn(uruguayanSlip)
    expect(run('pdfinfo', file)).toContain('A4')
    expect(textOf(file)).toContain('Talón de pago')
    expect(readCodes(file)).toHaveLength(1)
  })
})

describe('what strains the paper', () => {
  it('twelve invoices of ten million stand on as many sheets as they need, no part of one torn in two', async () => {
    const invoices = Array.from({ length: 12 }, (_, index) => owedInvoice(index, { balance: 1_000_000_000 }))
    const file = await drawn({ ...storeSlip, ...owing(invoices) })
    expect(textOf(file)).toContain('$120,000,000.00')
    expect(readCodes(file, 150)).toHaveLength(12)
    expect(textOf(file)).toContain('Hoja 4 de 4')
  })

  it('names without end stay on the paper', async () => {
    const name = 'B'.repeat(120)
    const bank: Bank = { ...(storeSlip.bank as Bank), name, agreementNumber: '9'.repeat(60) }
    const file = await drawn({ ...storeSlip, bank, ...owing([owedInvoice(0, { number: 'X'.repeat(60) })]) })
    expect(readCodes(file, 150)).toHaveLength(1)
    expect(run('pdftotext', '-raw', file, '-').replace(/\s/g, '')).toContain(name)
  })

  it('the widest reference still has its quiet zones', () => {
    const [coupon] = slipModel({ ...deskSlip, ...owing([owedInvoice(0, { paymentReference: 'REFERENCIA-DE-PAGO-2026-000123456-ABC' })]) }).coupons
    expect(modulesOf(coupon?.bars ?? [])).toBeGreaterThan(400)
  })
})
