/** Millimetres of the roll. */
export type TicketWidth = 80 | 58

export interface TicketPaper {
  /** Characters of font A on a line. */
  columns: number
  /** Of a 203 dpi head. */
  dots: number
}

/** What fits on a roll of that width (Epson's figures, which the others follow). */
export const ticketPaper: Record<TicketWidth, TicketPaper> = {
  80: { columns: 48, dots: 576 },
  58: { columns: 32, dots: 384 },
}
