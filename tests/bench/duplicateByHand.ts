import PDFDocument from 'pdfkit'
import { code128, qrCode } from '../../electron/documents/barcodes.ts'
import type { DuplicateModel } from '../../electron/documents/duplicate/duplicateModel.ts'

type Options = PDFKit.Mixins.TextOptions

const ACCENT = '#07505a'
const INK = '#14202b'
const QUIET = '#3f4b56'

/** The baseline: the page of an ordinary CFDI drawn at fixed places with pdfkit, by the least code that puts the same things there. */
export async function drawByHand(model: DuplicateModel, fonts: { regular: string; bold: string }): Promise<Buffer> {
  const doc = new PDFDocument({ size: model.page, margin: 0, font: fonts.regular })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const put = (text: string, x: number, y: number, size: number, bold = false, color = INK, options: Options = {}): void => {
    doc
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(size)
      .fillColor(color)
      .text(text, x, y, { lineBreak: false, ...options })
  }
  const right = (text: string, edge: number, y: number, size = 9, bold = false): void => {
    put(text, edge - 150, y, size, bold, INK, { width: 150, align: 'right', features: ['tnum'], lineBreak: true })
  }
  const line = (x: number, y: number, width: number, color = ACCENT): void =>
    void doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .strokeColor(color)
      .stroke()

  put(model.issuer.brand, 40, 24, 15, true, ACCENT)
  put(`${model.issuer.legalName} · ${model.issuer.taxId}`, 40, 43, 7.5, false, QUIET)
  put(`${model.issuer.address} · ${model.issuer.phone ?? ''}`, 40, 53, 7.5, false, QUIET)
  doc.rect(422, 24, 150, 24).strokeColor(ACCENT).stroke()
  put('DUPLICADO', 422, 29, 13, true, ACCENT, { width: 150, align: 'center', characterSpacing: 2.4, lineBreak: true })
  put(model.copy, 402, 52, 7.5, false, QUIET, { width: 190, align: 'center', lineBreak: true })
  line(40, 69, 532)

  put('Titular', 40, 84, 7.5, false, QUIET)
  put(model.holder, 40, 93, 13, true)
  put('Domicilio del suministro', 40, 115, 7.5, false, QUIET)
  model.supplyAddress.forEach((text, index) => put(text, 40, 125 + 13 * index, 10))
  put(`Emergencias: ${model.emergencyPhone ?? ''}`, 40, 170, 10, true)
  doc.rect(336, 84, 236, 108).fillColor(ACCENT).fill()
  put(model.amount.label, 352, 93, 10, false, '#fff')
  put(model.amount.text, 352, 105, 32, true, '#fff')
  put(model.amount.due?.label ?? '', 352, 152, 9, false, '#fff')
  put(model.amount.due?.value ?? '', 352, 163, 16, true, '#fff')

  const columns = [40, 118, 210, 309, 374, 470]
  model.facts.forEach(({ label, value }, index) => {
    const x = columns[index] ?? 40
    put(label, x, 204, 7.5, false, QUIET)
    put(value, x, 214, index < 2 ? 11.5 : 9, true)
    if (index > 0)
      doc
        .moveTo(x - 8, 204)
        .lineTo(x - 8, 228)
        .strokeColor('#b4bec0')
        .stroke()
  })

  put('Sus lecturas', 40, 240, 10.5, true, ACCENT)
  ;['Fecha', 'Lectura', 'Tipo'].forEach((text, index) => put(text, 80 + 62 * index, 256, 7.5, false, QUIET))
  model.readings.rows.forEach(({ label, reading }, index) => {
    const y = 270 + 16 * index
    line(40, y - 2, 206)
    put(label, 40, y, 9)
    put(reading?.date ?? '', 80, y, 9)
    right(reading?.value ?? '', 168, y, 9, true)
    put(reading?.kind ?? '', 176, y, 9)
  })
  model.readings.measures.forEach(({ label, value }, index) => {
    put(label, 40, 306 + 14 * index, 9)
    right(value, 246, 306 + 14 * index)
  })

  put(model.consumption.title, 266, 240, 10.5, true, ACCENT)
  const highest = Math.max(...model.consumption.months.map(({ value }) => value ?? 0))
  model.consumption.months.forEach(({ month, year, value, text, estimated, current }, index) => {
    const x = 266 + 23.5 * index
    const height = ((value ?? 0) / highest) * 50
    const centred: Options = { width: 32, align: 'center', lineBreak: true }
    put(text, x - 4, 306 - height, 6.8, current, INK, centred)
    doc.rect(x + 4, 315 - height, 15.5, height)
    if (estimated) doc.strokeColor(ACCENT).stroke()
    else doc.fillColor('#9dbab7').fill()
    put(index % 3 === 0 ? `${month}\n${year}` : month, x - 4, 317, 6.8, current, INK, centred)
  })
  line(266, 315, 306, INK)
  put('Lectura estimada', 276, 338, 7.5, false, QUIET)

  put('Cómo se calculó', 40, 360, 10.5, true, ACCENT)
  ;['Concepto', 'Cantidad', 'Precio unitario', 'Importe'].forEach((text, index) => put(text, 40 + 150 * index, 376, 7.5, false, QUIET))
  let y = 390
  for (const row of model.charges.rows) {
    line(40, y - 2, 532)
    put(row.description, 40, y, 9)
    right(row.quantity, 396, y)
    right(row.unitPrice, 480, y)
    right(row.amount, 572, y)
    y += 15
  }
  for (const [index, { label, value }] of [...model.charges.sums, model.charges.total].entries()) {
    put(label, 392, y + 12 + 15 * index, 9)
    right(value, 572, y + 12 + 15 * index)
  }

  put('Referencia de pago', 40, y + 10, 10.5, true, ACCENT)
  let x = 49.6
  for (const [index, width] of (code128(model.payment?.reference ?? '') ?? []).entries()) {
    if (index % 2 === 0) doc.rect(x, y + 26, width * 0.96, 34)
    x += width * 0.96
  }
  doc.fillColor('#000').fill()
  put(model.payment?.reference ?? '', 50, y + 62, 10, false, INK, { features: ['tnum'] })

  const { fiscal } = model
  if (fiscal?.scheme !== 'cfdi-4.0') throw new Error('the baseline draws a CFDI')
  const matrix = qrCode(fiscal.verificationUrl)
  const cell = 79.4 / (matrix?.size ?? 1)
  for (let row = 0; row < (matrix?.size ?? 0); row++) {
    for (let column = 0; column < (matrix?.size ?? 0); column++) {
      if (matrix?.dark(column, row)) doc.rect(40 + column * cell, y + 84 + row * cell, cell, cell)
    }
  }
  doc.fillColor('#000').fill()
  put(fiscal.title, 135, y + 82, 10.5, true, ACCENT)
  fiscal.fields.forEach(({ label, value }, index) => {
    const left = index < 7 ? 135 : 360
    put(`${label}: `, left, y + 97 + (index % 7) * 9.5, 6.8, false, QUIET, { continued: true })
    doc.font(fonts.bold).fillColor(INK).text(value)
  })
  put(fiscal.verifyAt ?? '', 360, y + 154, 6.8, false, QUIET)
  fiscal.seals.forEach(({ label, value }, index) => {
    put(label, 40 + 274 * index, y + 172, 6.8, true)
    put(value, 40 + 274 * index, y + 181, 5.4, false, INK, { width: 258, lineBreak: true })
  })
  put(fiscal.originalChain?.label ?? '', 40, y + 216, 6.8, true)
  put(fiscal.originalChain?.value ?? '', 40, y + 225, 5.4, false, INK, { width: 532, lineBreak: true })

  line(40, 746, 532, '#b4bec0')
  model.parties.forEach(({ label, value }, index) => put(`${label}: ${value}`, 40, 750 + 10 * index, 7.5, false, QUIET))
  right(`Control No. ${model.invoiceNumber}`, 572, 750, 7.5)
  right('Hoja 1 de 1', 572, 760, 8.5, true)
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.end()
  await ended
  return Buffer.concat(chunks)
}
