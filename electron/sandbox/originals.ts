import PDFDocument from 'pdfkit'
import { formatDate } from '../../shared/domain/dates.ts'
import { addressLines, holderName } from '../../shared/domain/holder.ts'
import { formatMoney } from '../../shared/domain/money.ts'
import type { Account, Invoice } from '../../shared/utility-api/generated/types.gen.ts'
import type { ZoneProfile } from './sample/profile.ts'

type Sheet = InstanceType<typeof PDFDocument>

const MARGIN = 54
const LINE = 16

/** Draws the original of an invoice as the utility once printed it. The same invoice gives the same bytes. */
export function drawOriginal(profile: ZoneProfile, account: Account, invoice: Invoice): Promise<Buffer> {
  const sheet = new PDFDocument({
    size: profile.fiscal === 'cfe-uy' ? 'A4' : 'LETTER',
    margin: MARGIN,
    info: { Title: `Factura ${invoice.number}`, CreationDate: new Date(`${invoice.issuedOn}T12:00:00Z`) },
  })
  const drawn = collect(sheet)
  drawHead(sheet, profile, account, invoice)
  drawLines(sheet, profile, invoice)
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
  const locale = zone.locale ?? 'es-MX'
  sheet.font('Helvetica-Bold').fontSize(18).text(zone.company)
  sheet.font('Helvetica').fontSize(9).text(`${zone.issuer.legalName} · ${zone.issuer.taxId}`).text(zone.issuer.address)
  sheet.moveDown().fontSize(11).text('Control').font('Helvetica-Bold').text(`No. ${invoice.number}`)
  sheet.font('Helvetica').text(`Cuenta ${account.number}${account.checkDigit ? `-${account.checkDigit}` : ''}`)
  sheet.moveDown().text(holderName(account.holder))
  for (const line of addressLines(account.supplyAddress)) sheet.text(line)
  const period = [invoice.periodStart, invoice.periodEnd].map((date) => formatDate(date, locale, 'short')).join(' a ')
  sheet.moveDown().text(`Periodo ${period}`)
  sheet.text(`Medidor ${account.meterNumber} · consumo ${invoice.consumption} ${zone.unit}`)
  sheet.text(`Fecha límite de pago ${formatDate(invoice.dueOn, locale, 'long')}`).moveDown()
}

function drawLines(sheet: Sheet, { zone }: ZoneProfile, invoice: Invoice): void {
  const money = (amount: number): string => formatMoney(amount, zone.currency, zone.locale ?? 'es-MX')
  for (const line of invoice.lines) drawRow(sheet, line.description, money(line.amount))
  for (const tax of invoice.taxes) drawRow(sheet, `${tax.name} ${Math.round(tax.rate * 100)} %`, money(tax.amount))
  sheet.font('Helvetica-Bold')
  drawRow(sheet, 'Total a pagar', money(invoice.total))
  sheet.font('Helvetica')
}

function drawRow(sheet: Sheet, words: string, amount: string): void {
  const { x, y } = { x: MARGIN, y: sheet.y }
  const width = sheet.page.width - 2 * MARGIN
  sheet.text(words, x, y, { width: width - 120, lineBreak: false })
  sheet.text(amount, x + width - 120, y, { width: 120, align: 'right' })
  sheet.x = x
  sheet.y = y + LINE
}

function drawFiscal(sheet: Sheet, { fiscal }: Invoice): void {
  if (!fiscal) return
  sheet.moveDown().fontSize(7)
  if (fiscal.scheme === 'cfdi-4.0') sheet.text('Este documento es una representación impresa de un CFDI')
  const facts = [fiscal.documentType, fiscal.folio, fiscal.securityCode, fiscal.issuerSeal, fiscal.authoritySeal, fiscal.verificationUrl]
  for (const fact of facts) if (fact) sheet.moveDown(0.4).text(fact)
}
