import { expect, it } from 'vitest'
import { qrCode } from '../../../electron/documents/barcodes.ts'
import { qrCellFor } from '../../../electron/documents/tickets/qrCell.ts'
import { ticketPaper } from '../../../electron/documents/tickets/ticketPaper.ts'

/** Mixed so that no encoder can pack it more tightly than bytes. */
const url = (length: number): string => `https://pagos.example/${'aB7_'.repeat(200)}`.slice(0, length)

it.each([
  [20, 80, 6],
  [60, 58, 6],
  [250, 58, 5],
  [500, 58, 4],
  [700, 58, 3],
  [500, 80, 6],
] as const)('a QR of %i characters on a roll of %i mm has cells of %i dots', (length, width, cell) => {
  expect(qrCellFor(url(length), ticketPaper[width].dots)).toBe(cell)
})

it('none is printed that has letters of no code page, or more than any symbol of the paper holds', () => {
  expect(qrCellFor('ñ', 576)).toBeNull()
  expect(qrCellFor(url(780), 576)).toBeNull()
})

it('takes no symbol for smaller than it is', () => {
  for (let length = 1; length <= 500; length += 7) {
    const size = qrCode(url(length))?.size ?? 0
    const cell = qrCellFor(url(length), ticketPaper[58].dots) ?? 0
    expect((size + 8) * cell, `${length} characters`).toBeLessThanOrEqual(ticketPaper[58].dots)
  }
})
