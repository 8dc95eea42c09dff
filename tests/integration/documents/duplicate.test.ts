import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { createLog } from '../../../electron/log/log.ts'
import { aCopy, manyLines, mexicanInvoice, mexicanSource, uruguayanInvoice, uruguayanSource, withInvoice } from '../../fixtures/documents/documentSamples.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'

const drawing = startDrawing({ log: createLog() })
const { draw, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

const mexicanUrl = mexicanInvoice.fiscal?.verificationUrl ?? ''
const uruguayanUrl = uruguayanInvoice.fiscal?.verificationUrl ?? ''

describe('an ordinary CFDI', async () => {
  const paper = await draw(mexicanSource)

  test('stands on one letter sheet, in fonts of its own', () => {
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/Pages:\s+1\n/)
    expect(paper.info()).toMatch(/CreationDate:\s+2026-11-21T16:30:00Z\n/)
    expect(paper.info()).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    const fonts = paper.fonts().split('\n').slice(2).filter(Boolean)
    expect(fonts).toHaveLength(2)
    for (const font of fonts) expect(font).toMatch(/AtkinsonHyperlegibleNext-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes/)
  })

  test('says who, what, how much and until when', () => {
    for (const words of [
      'Gas del Norte de Monterrey, S.A. de C.V. · RFC GNM970512AB3',
      'María Guadalupe Peña Ibáñez',
      'Calle Río Pánuco 218 int. 4',
      '40989917-7',
      'DE 4043 2503',
      '$3,639.00',
      '2 de diciembre de 2026',
      '4,322',
      'Estimada',
      'Consumo de gas natural',
      'IVA 16 %',
      '004098991700404325030000363900',
    ]) {
      expect(paper.words()).toContain(words)
    }
  })

  test('is marked as a duplicate outside the fiscal block, with its copy and date', () => {
    const [head = '', fiscal = ''] = paper.text().split('representación impresa de un CFDI')
    expect(head).toContain('DUPLICADO')
    expect(head).toContain('Copia 2 · Impreso el 21/11/2026 a las 10:30')
    expect(fiscal).not.toContain('DUPLICADO')
  })

  test('carries what the law asks of a printed CFDI', () => {
    const whole = paper.words().replaceAll(' ', '')
    const { fiscal } = mexicanInvoice
    for (const value of [
      'Este documento es una representación impresa de un CFDI',
      ...[fiscal?.folio, fiscal?.issuerSeal, fiscal?.authoritySeal, fiscal?.originalChain, fiscal?.issuerCertificate],
      ...[fiscal?.authorityCertificate, fiscal?.issuer?.taxId, fiscal?.receiver?.taxId, fiscal?.cfdiUse, fiscal?.paymentMethod],
    ]) {
      if (value === undefined) throw new Error('the sample lacks what is looked for')
      expect(whole).toContain(value.replaceAll(' ', ''))
    }
  })

  test.each([150, 300])('its two codes are read from a print of %i dpi', (dpi) => {
    expect(paper.codes(dpi)).toEqual(
      expect.arrayContaining([
        { symbology: 'CODE-128', text: '004098991700404325030000363900' },
        { symbology: 'QR-Code', text: mexicanUrl },
      ]),
    )
  })
})

describe('a CFE', async () => {
  const paper = await draw(uruguayanSource)

  test('stands on A4 and carries what the law asks', () => {
    expect(paper.info()).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/)
    for (const words of ['Código de seguridad: k9X+2f', 'A 1204417', 'e-Factura (111)', '90260012345', '31/03/2028', '$ 3.678,81', 'Hoja 1 de 1']) {
      expect(paper.words()).toContain(words)
    }
  })

  test('its QR is 22 to 30 mm wide', () => {
    const width = paper.darkWidth({ x: 40, y: 700, width: 100, height: 60 })
    expect(width).toBeGreaterThan(22)
    expect(width).toBeLessThan(30)
  })

  test('every sheet has the parties, the number, its page, the mark and the QR', async () => {
    const long = await draw({ ...uruguayanSource, invoice: { ...uruguayanInvoice, ...manyLines(40) } })
    expect(long.sheets).toBe(2)
    for (const sheet of [1, 2]) {
      for (const words of ['AGUAS DEL SUR S.A.', 'PANADERÍA LA ESPIGA', 'ZE40389382', `Hoja ${sheet} de 2`, 'DUPLICADO', 'Copia 1', 'k9X+2f']) {
        expect(long.text(sheet)).toContain(words)
      }
    }
    const found = long.codes(300).filter(({ text }) => text === uruguayanUrl)
    expect(found).toHaveLength(2)
  })
})

describe('what does not fit the ordinary', () => {
  test('forty lines run over to a second sheet under a header of their own, and all are there', async () => {
    const paper = await draw(withInvoice(manyLines(40)))
    expect(paper.sheets).toBe(2)
    for (const sheet of [1, 2]) expect(paper.text(sheet)).toMatch(/Concepto\s+Cantidad\s+Precio unitario\s+Importe/)
    for (let line = 1; line <= 40; line++) expect(paper.text()).toContain(`Concepto ${line} de la liquidación`)
    expect(paper.text(2)).toContain('$1,189.00')
  })

  test('amounts end at one edge', async () => {
    const paper = await draw(withInvoice(manyLines(20)))
    const ends = paper
      .text(1)
      .split('\n')
      .filter((line) => /^Concepto \d+ de/.test(line.trim()))
      .map((line) => line.trimEnd().length)
    expect(ends).toHaveLength(20)
    expect(new Set(ends).size).toBe(1)
  })

  test('a credit, missing readings, no fiscal data: said in words, nothing empty', async () => {
    const paper = await draw(withInvoice({ total: -25050, fiscal: null, previousReading: null, currentReading: null }))
    for (const words of ['Saldo a favor', '$250.50', 'No tiene que pagar esta factura', 'sin lectura']) expect(paper.words()).toContain(words)
    expect(paper.words()).not.toMatch(/CFDI|Referencia de pago|undefined|null|NaN/)
    expect(paper.codes(150)).toEqual([])
  })

  test.each([
    ['PAGADA', { status: 'paid', balance: 0 }],
    ['CANCELADA', { status: 'cancelled', balance: 0 }],
  ] as const)('%s stands on the paper of an invoice that is not to be paid, without bars and without a demand', async (stamp, change) => {
    const paper = await draw(withInvoice(change))
    for (const words of [stamp, 'Importe de la factura $3,639.00', 'Total $3,639.00']) expect(paper.words()).toContain(words)
    expect(paper.words()).not.toMatch(/Total a pagar|Vence el|Referencia de pago/)
    expect(paper.codes(150).map(({ text }) => text)).toEqual([mexicanUrl])
  })

  test('a name of 120 characters is whole, with or without spaces in it', async () => {
    for (const name of ['María de los Ángeles '.repeat(5) + 'Guadalupe Peña', 'X'.repeat(120)]) {
      const holder = { kind: 'company' as const, companyName: name, documentType: 'RFC', documentNumber: 'XAXX010101000' }
      const paper = await draw({ ...mexicanSource, account: { ...mexicanSource.account, holder } })
      expect(paper.words().replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
      expect(paper.words()).toContain('$3,639.00')
    }
  })

  test('a reference that no bars can carry stands in figures, and a line says so', async () => {
    const paper = await draw(withInvoice({ paymentReference: 'REFERENCIA-Ñ-1' }))
    expect(paper.words()).toContain('REFERENCIA-Ñ-1')
    expect(paper.words()).toContain('no cabe en un código de barras')
    expect(paper.codes(300).map(({ symbology }) => symbology)).toEqual(['QR-Code'])
  })

  test('S04 markup, templates, formulas and paths in synced names are printed as they are', async () => {
    const hostile = '<b>Ana</b> {{7*7}} =cmd|calc ${x} file:///etc/passwd'
    const holder = { kind: 'company' as const, companyName: hostile, documentType: 'RFC', documentNumber: 'XAXX010101000' }
    const paper = await draw({
      ...withInvoice({ lines: [{ description: `${hostile}\u0000\u001b[31m\u202e`, amount: 1 }] }),
      account: { ...mexicanSource.account, holder },
    })
    const whole = paper.words().replaceAll(' ', '')
    expect(whole.split(hostile.replaceAll(' ', ''))).toHaveLength(3)
    expect(paper.info()).toMatch(/JavaScript:\s+no\n/)
  })
})

describe('same data, same bytes', () => {
  const script = `
    import { createHash } from 'node:crypto'
    import { duplicateModel } from './electron/documents/duplicate/duplicateModel.ts'
    import { duplicateDefinition } from './electron/documents/duplicate/drawDuplicate.ts'
    import { drawPdf } from './electron/documents/pdf.ts'
    import { mexicanSource } from './tests/fixtures/documents/documentSamples.ts'
    const { pdf } = await drawPdf(duplicateDefinition(duplicateModel(mexicanSource)))
    console.log(createHash('sha256').update(pdf).digest('hex'))`

  test('twice in one thread, and in another process in another time zone', async () => {
    const digests = [await draw(mexicanSource), await draw(mexicanSource)].map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
    const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'en_US.UTF-8' }
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env }).trim()
    expect(digests).toEqual([elsewhere, elsewhere])
  })

  test('another copy is another paper', async () => {
    const [first, second] = [await draw(mexicanSource), await draw({ ...mexicanSource, rendition: aCopy(3) })]
    expect(first.bytes.equals(second.bytes)).toBe(false)
  })
})

test('bars and QR are read from many invoices, whatever they carry', async () => {
  const references = fc.stringMatching(/^[0-9A-Z]{8,34}$/)
  const totals = fc.integer({ min: 1, max: 99_999_999 })
  const uuids = fc.uuid()
  await fc.assert(
    fc.asyncProperty(references, totals, uuids, async (paymentReference, total, uuid) => {
      const url = `https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=${uuid}&re=GNM970512AB3&rr=XAXX010101000&tt=${total / 100}&fe=a+/9x=`
      const paper = await draw(withInvoice({ paymentReference, total, fiscal: { scheme: 'cfdi-4.0', verificationUrl: url } }))
      expect(paper.codes(150)).toEqual(
        expect.arrayContaining([
          { symbology: 'CODE-128', text: paymentReference },
          { symbology: 'QR-Code', text: url },
        ]),
      )
    }),
    { numRuns: 15 },
  )
})
