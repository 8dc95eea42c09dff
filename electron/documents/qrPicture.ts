import type { QrPicture } from '../../shared/contract/values.ts'
import { qrCode } from './barcodes.ts'
import { matrixPath } from './codes.ts'

/** A QR for the screen; null where the text does not fit one that can be read. */
export function qrPicture(text: string): QrPicture | null {
  const matrix = qrCode(text)
  return matrix && { size: matrix.size, path: matrixPath(matrix) }
}
