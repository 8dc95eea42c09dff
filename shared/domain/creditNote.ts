import type { Invoice } from '../utility-api/generated/types.gen.ts'

/** In words, as Uruguay's CFE types (102, 112 …, of contingency 202, 212 …), or as Mexico's CFDI of type E, *egreso*. */
const CREDIT_NOTE = /\bn(ota)?\.? ?(de )?credito\b|\bcredit note\b|\b[12][0-5]2\b|^E$|\begreso\b|\bNC\b/iu
/** Utilities write it with accents or without, in one piece or with marks of their own, and with spaces of any kind. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim()

/** It gives money back, with whatever sign its total is written. */
export const isCreditNote = ({ fiscal }: Pick<Invoice, 'fiscal'>): boolean => CREDIT_NOTE.test(plain(fiscal?.documentType ?? ''))

/** A total or a consumption of an invoice as it counts in a sum: what a credit note gives back is taken off, with whatever sign it is written. */
export const countedAs = (invoice: Pick<Invoice, 'fiscal'>, figure: number): number => (isCreditNote(invoice) ? -Math.abs(figure) : figure)
