import type PDFDocument from 'pdfkit'
import { code128, qrCode } from '../documents/barcodes.ts'

export type Sheet = InstanceType<typeof PDFDocument>

const BAR = 0.96
const BAR_HEIGHT = 34
/** 26 mm: within the 22 to 30 that Uruguay asks for. */
export const QR_SIDE = 74

/** Draws a reference as bars at a place, or nothing where bars cannot carry it. */
export function drawReference(sheet: Sheet, reference: string, x: number, y: number): void {
  let at = x
  for (const [place, width] of (code128(reference) ?? []).entries()) {
    if (place % 2 === 0) sheet.rect(at, y, width * BAR, BAR_HEIGHT)
    at += width * BAR
  }
  sheet
    .fill('black')
    .fontSize(8)
    .text(reference, x, y + BAR_HEIGHT + 3)
}

/** Draws what verifies the invoice as a QR code at a place. */
export function drawVerification(sheet: Sheet, url: string, x: number, y: number): void {
  const matrix = qrCode(url)
  if (!matrix) return
  const cell = QR_SIDE / matrix.size
  for (let row = 0; row < matrix.size; row++) {
    for (let column = 0; column < matrix.size; column++) {
      if (matrix.dark(column, row)) sheet.rect(x + column * cell, y + row * cell, cell + 0.02, cell + 0.02)
    }
  }
  sheet.fill('black')
}
