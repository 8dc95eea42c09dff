import type { BillLayout } from './sampleBills.ts'

interface MarkedPlaces {
  /** The two numbers, each 80 by 36. */
  boxes: { x: number; y: number }[]
  /** What else is written beside them. */
  lines: { x: number; y: number; width: number }[]
}

const stackedAtRight: MarkedPlaces = {
  boxes: [
    { x: 88, y: -44 },
    { x: 88, y: 0 },
  ],
  lines: [
    { x: 6, y: 4, width: 70 },
    { x: 6, y: 22, width: 56 },
    { x: 6, y: 52, width: 148 },
  ],
}

/** Where the two numbers of a bill stand in small drawings of it, in a field of 168 by 78 under the company's sign. */
export const markedPlaces: Record<BillLayout, MarkedPlaces> = {
  'gas-mx': {
    boxes: [
      { x: 0, y: 0 },
      { x: 88, y: 0 },
    ],
    lines: [
      { x: 6, y: 48, width: 148 },
      { x: 6, y: 64, width: 118 },
    ],
  },
  'gas-uy': stackedAtRight,
  'water-uy': stackedAtRight,
  'water-mx': {
    boxes: [
      { x: 88, y: -44 },
      { x: 0, y: 4 },
    ],
    lines: [
      { x: 92, y: 10, width: 70 },
      { x: 92, y: 26, width: 52 },
      { x: 6, y: 54, width: 148 },
    ],
  },
}
