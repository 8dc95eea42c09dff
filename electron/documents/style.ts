import type { CustomTableLayout, Style } from 'pdfmake/interfaces.js'

/** One accent, dark enough to stay dark in black and white; its tint stays a light grey. */
export const colour = { accent: '#07505a', ink: '#14202b', quiet: '#3f4b56', rule: '#b4bec0', tint: '#e6f0ef', past: '#9dbab7', white: '#ffffff' }

const POINTS_PER_MM = 72 / 25.4
export const mm = (millimetres: number): number => millimetres * POINTS_PER_MM

export const MARGIN = 40

export const pageWidth = { LETTER: 612, A4: 595.28 }
export const contentWidth = (page: keyof typeof pageWidth): number => pageWidth[page] - 2 * MARGIN

/** Digits of one width, so that amounts align under each other. */
export const tabular: Style = { fontFeatures: ['tnum'] }

export const label: Style = { fontSize: 7.5, color: colour.quiet }
export const title: Style = { fontSize: 10.5, bold: true, color: colour.accent }

/** A table without lines or padding: a grid to place things in. */
export const grid: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}

export const CELL_PADDING = 8

/** Hairlines between rows, a stronger one under the header. */
export const ruled: CustomTableLayout = {
  ...grid,
  hLineWidth: (row, { table }) => {
    const header = table.headerRows ?? 0
    if (row === header) return 1
    return row < header || row === table.body.length ? 0 : 0.5
  },
  hLineColor: (row, { table }) => (row === table.headerRows ? colour.accent : colour.rule),
  paddingTop: () => 2,
  paddingBottom: () => 1.4,
  paddingLeft: (column) => (column === 0 ? 0 : CELL_PADDING),
}
