import PDFDocument from 'pdfkit'
import { formatDate } from '../../shared/domain/dates.ts'
import { addressLines, holderName } from '../../shared/domain/holder.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import { formatMoney } from '../../shared/domain/money.ts'
import { MINUS } from '../../shared/domain/numbers.ts'
import type { Account, Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import { drawReference, drawVerification, QR_SIDE, type Sheet } from './originalCodes.ts'
import type { ZoneProfile } from './sample/profile.ts'

const MARGIN = 54
const ROW = 17
const COLUMN = 300
const GREY = '#555555'

const drawnOnce = new Map<string, Promise<Buffer>>()

/** The original of an invoice as the utility once printed it. The same invoice gives the same bytes, and is drawn once however many sandboxes there are. */
export function originalOf(profile: ZoneProfile, account: Account, invoice: Invoice): Promise<Buffer> {
  const key = JSON.stringify([profile.zone.id, account, invoice])
  const drawn = drawnOnce.get(key) ?? drawOriginal(profile, account, invoice)
  drawnOnce.set(key, drawn)
  return drawn
}

function drawOriginal(profile: ZoneProfile, account: Account, invoice: Invoice): Promise<Buffer> {
  const sheet = new PDFDocument({
    size: profile.fiscal === 'cfe-uy' ? 'A4' : 'LETTER',
    margin: MARGIN,
    info: { Title: `Factura ${invoice.number}`, CreationDate: new Date(`${invoice.issuedOn}T12:00:00Z`) },
  })
  const drawn = collect(sheet)
  drawHead(sheet, profile, account, invoice)
  drawSupply(sheet, profile, account, invoice)
  drawLines(sheet, profile, invoice)
  if (invoice.paymentReference) drawReference(sheet, invoice.paymentReference, MARGIN, sheet.y + ROW)
  drawFiscal(sheet, invoice)
  sheet.end()
  return drawn
}

function collect(sheet: Sheet): Promise<Buffer> {
  const pieces: Buffer[] = []
  return new Promise((resolve, reject) => {
    sheet.on('data', (piece: Buffer) => pieces.push(piece))
    sheet.on('end', () => resolve(Buffer.concat(pieces)))
    sheet.on('error', reject)
  })
}

function drawHead(sheet: Sheet, { zone }: ZoneProfile, account: Account, invoice: Invoice): void {
  const top = sheet.y
  sheet.font('Helvetica-Bold').fontSize(20).text(zone.company)
  sheet.font('Helvetica').fontSize(8).fillColor(GREY).text(`${zone.issuer.legalName} · ${zone.issuer.taxId}`).text(zone.issuer.address)
  const left = MARGIN + COLUMN
  sheet.fillColor('black').fontSize(10).text('Control', left, top)
  sheet.font('Helvetica-Bold').fontSize(13).text(`No. ${invoice.number}`)
  sheet
    .font('Helvetica')
    .fontSize(10)
    .text(`Cuenta ${fullNumber(account)}`)
  sheet.x = MARGIN
  sheet.moveDown(2)
}

function drawSupply(sheet: Sheet, { zone }: ZoneProfile, account: Account, invoice: Invoice): void {
  const dateOf = (date: string): string => formatDate(date, zone.locale ?? 'es-MX', 'short')
  const top = sheet.y
  sheet
    .font('Helvetica-Bold')
    .fontSize(11)
    .text(holderName(account.holder), { width: COLUMN - 20 })
  sheet.font('Helvetica').fontSize(10)
  for (const line of addressLines(account.supplyAddress)) sheet.text(line, { width: COLUMN - 20 })
  const bottom = sheet.y
  const readings = [invoice.previousReading, invoice.currentReading].map((reading) => reading?.value ?? '—').join(' a ')
  const facts = [
    `Emitida ${dateOf(invoice.issuedOn)}`,
    `Periodo ${dateOf(invoice.periodStart)} a ${dateOf(invoice.periodEnd)}`,
    `Medidor ${account.meterNumber}, lecturas ${readings}`,
    `Consumo ${invoice.consumption} ${zone.unit}`,
    `Vence el ${dateOf(invoice.dueOn)}`,
  ]
  sheet.text(facts.join('\n'), MARGIN + COLUMN, top)
  sheet.x = MARGIN
  sheet.y = Math.max(bottom, sheet.y) + ROW
}

function drawLines(sheet: Sheet, { zone }: ZoneProfile, invoice: Invoice): void {
  // Helvetica as PDF readers have it knows no minus sign.
  const money = (amount: number): string => formatMoney(amount, zone.currency, zone.locale ?? 'es-MX').replace(MINUS, '-')
  for (const line of invoice.lines) drawRow(sheet, line.description, money(line.amount))
  for (const tax of invoice.taxes) drawRow(sheet, `${tax.name} ${Math.round(tax.rate * 100)} %`, money(tax.amount))
  sheet.font('Helvetica-Bold').fontSize(12)
  drawRow(sheet, 'Total a pagar', money(invoice.total))
  sheet.font('Helvetica')
}

function drawRow(sheet: Sheet, words: string, amount: string): void {
  const top = sheet.y
  const width = sheet.page.width - 2 * MARGIN
  sheet.text(words, MARGIN, top, { width: width - 120, lineBreak: false })
  sheet.text(amount, MARGIN + width - 120, top, { width: 120, align: 'right', lineBreak: false })
  sheet
    .moveTo(MARGIN, top + ROW - 5)
    .lineTo(MARGIN + width, top + ROW - 5)
    .lineWidth(0.4)
    .stroke('#bbbbbb')
  sheet.x = MARGIN
  sheet.y = top + ROW
}

/** The fiscal part stands at the bottom: the QR on the left, its words beside it. */
function drawFiscal(sheet: Sheet, { fiscal }: Invoice): void {
  if (!fiscal) return
  const top = sheet.page.height - MARGIN - 2 * QR_SIDE
  drawVerification(sheet, fiscal.verificationUrl, MARGIN, top)
  const words = [
    fiscal.scheme === 'cfdi-4.0' ? 'Este documento es una representación impresa de un CFDI' : 'Comprobante fiscal electrónico',
    [fiscal.documentType, fiscal.folio].filter(Boolean).join(' · '),
    fiscal.securityCode && `Código de seguridad ${fiscal.securityCode}`,
    fiscal.cae && `CAE ${fiscal.cae.number}, del ${fiscal.cae.from} al ${fiscal.cae.to}, vence ${fiscal.cae.expiresOn}`,
    fiscal.issuerSeal && `Sello del emisor ${fiscal.issuerSeal}`,
    fiscal.authoritySeal && `Sello de la autoridad ${fiscal.authoritySeal}`,
  ]
  const left = MARGIN + QR_SIDE + 14
  sheet.fontSize(6).text(words.filter(Boolean).join('\n'), left, top, { width: sheet.page.width - MARGIN - left })
}
