/** Bytes that a QR of each version holds with correction M (ISO/IEC 18004, table 7), from version 1 on; beyond it no cell is wide enough. */
const CAPACITY = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779]

const cellsOf = (version: number): number => 17 + 4 * version
const QUIET_CELLS = 4
/** Dots: 0.75 mm where there is room, 0.375 mm at least. */
const CELLS = [6, 5, 4, 3] as const

/** Dots of a cell with which a QR of these characters stands on the paper with the white around it; null where none does. */
export function qrCellFor(data: string, dots: number): (typeof CELLS)[number] | null {
  if (!/^[\x20-\x7e]+$/.test(data)) return null
  const version = CAPACITY.findIndex((bytes) => data.length <= bytes) + 1
  if (version === 0) return null
  const cells = cellsOf(version) + 2 * QUIET_CELLS
  return CELLS.find((cell) => cells * cell <= dots) ?? null
}
