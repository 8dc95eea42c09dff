import type { Column, Content, ContentText } from 'pdfmake/interfaces.js'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'
import { fitted, textWidth } from './measure.ts'
import { printable } from './printable.ts'
import { colour, contentWidth, label, type pageWidth } from './style.ts'
import { wordsOf } from './commonWords.ts'
import { type PaperLocale, paperLocale } from './paperLocale.ts'

export type PageSize = keyof typeof pageWidth

const pages: Record<PaperLocale, PageSize> = { 'es-MX': 'LETTER', 'es-UY': 'A4' }

/** Mexico prints on letter, Uruguay on A4. */
export const pageOf = (zone: Zone): PageSize => pages[paperLocale(zone)]

/** Who a paper comes from, fit to print. */
export interface Issuer {
  brand: string
  legalName: string
  taxId: string
  address: string
  phone: string | null
}

export function issuerOf({ company, issuer }: Zone, locale: PaperLocale): Issuer {
  return {
    brand: printable(company),
    legalName: printable(issuer.legalName),
    taxId: `${wordsOf(locale).taxId} ${printable(issuer.taxId)}`,
    address: printable(issuer.address),
    phone: issuer.phone ? printable(issuer.phone) : null,
  }
}

/** The head of every paper's left side: brand, legal name with its number, where and how it is reached; in no more lines than a sheet has there. */
export function drawIssuer({ brand, legalName, taxId, address, phone }: Issuer, width: number): Column {
  const small = { size: 7.5 }
  const rest = width - textWidth(` · ${taxId}`, small)
  return {
    width,
    stack: [
      { text: fitted(brand, width, { size: 15, bold: true }), fontSize: 15, bold: true, color: colour.accent },
      { text: [fitted(legalName, rest, small), taxId].join(' · '), ...label },
      { text: fitted([address, phone].filter(Boolean).join(' · '), width, { ...small, lines: 2 }), ...label },
    ],
  }
}

const TITLE_WIDTH = 190
const GAP = 16

/** The head of receipts and slips, in the flow of the page, so that a long name pushes the rest down: who it comes from, what it is, a note. */
export function drawHead({ issuer, page }: { issuer: Issuer; page: PageSize }, title: ContentText, note: string): Content {
  const width = contentWidth(page)
  const what: Column = {
    width: TITLE_WIDTH,
    alignment: 'right',
    stack: [
      { bold: true, color: colour.accent, ...title },
      { text: note, ...label },
    ],
  }
  return {
    margin: [0, 0, 0, 12],
    stack: [
      { columns: [drawIssuer(issuer, width - TITLE_WIDTH - GAP), what], columnGap: GAP },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1, lineColor: colour.accent }], margin: [0, 5, 0, 0] },
    ],
  }
}
