import type { Invoice } from '../utility-api/generated/types.gen.ts'

/** In words, as Uruguay's CFE types (102, 112 …, of contingency 202, 212 …), or as Mexico's CFDI of type E, *egreso*. */
const CREDIT_NOTE = /\bn(ota)?\.? ?(de )?credito\b|\bcredit note\b|\b[12][0-5]2\b|^E$|\begreso\b|\bNC\b/iu
/** Utilities write it with accents or without, in one piece or with marks of their own, and with spaces of any kind. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim()

/** It gives money back, with whatever sign its total is written. */
export const isCreditNote = ({ fiscal }: Pick<Invoice, 'fiscal'>): boolean => CREDIT_NOTE.test(plain(fiscal?.documentType ?? ''))
