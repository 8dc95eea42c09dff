import type { Invoice } from '../utility-api/generated/types.gen.ts'

/** In words, as Uruguay's CFE types (102, 112 …, of contingency 202, 212 …), or as Mexico's CFDI of type E, *egreso*. */
const CREDIT_NOTE = /nota de cr[eé]dito|credit note|\b[12][0-5]2\b|^\s*E\s*$|\begreso\b/iu

/** It gives money back, with whatever sign its total is written. */
export const isCreditNote = ({ fiscal }: Pick<Invoice, 'fiscal'>): boolean => CREDIT_NOTE.test(fiscal?.documentType ?? '')
