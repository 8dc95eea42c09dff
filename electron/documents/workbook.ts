import { Writable } from 'node:stream'
import type Excel from 'exceljs'
import { currencyFormat, minorDigits } from '../../shared/domain/money.ts'
import { CompanyWorkbook } from './companyWorkbook.ts'
import { fileText } from './fileText.ts'
import type { PageSize } from './letterhead.ts'
import type { PaperLocale } from './paperLocale.ts'

export interface WorkbookOptions {
  title: string
  /** The utility. */
  company: string
  /** Milliseconds since the epoch. */
  createdAt: number
}

export interface OpenWorkbook {
  workbook: Excel.stream.xlsx.WorkbookWriter
  /** Ends the workbook; nothing can be added after. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>
}

/** A workbook that is written while its rows come: what was committed is compressed and forgotten. */
export function openWorkbook({ title, company, createdAt }: WorkbookOptions): OpenWorkbook {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new CompanyWorkbook({ stream, useStyles: true, useSharedStrings: false })
  Object.assign(workbook, { title, company, creator: 'Ventanilla', lastModifiedBy: 'Ventanilla', created: new Date(createdAt), modified: new Date(createdAt) })
  return {
    workbook,
    async bytes() {
      await workbook.commit()
      return Buffer.concat(chunks)
    },
  }
}

export const DATE_FORMAT = 'dd/mm/yyyy'

/** Windows' numbers of the two locales: with them a currency is that country's, wherever the workbook is opened. */
const localeIds: Record<PaperLocale, string> = { 'es-MX': '80A', 'es-UY': '380A' }

/** Amounts as the zone writes them: `$3,639.00` in Mexico, `$ 3.639,00` in Uruguay; the signs between digits are the reader's own. */
export function moneyFormat(currency: string, locale: PaperLocale): string {
  const parts = currencyFormat(currency, locale).formatToParts(1)
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency
  const gap = parts.some(({ type }) => type === 'literal') ? '\\ ' : ''
  const digits = minorDigits(currency)
  const figure = `[$${symbol}-${localeIds[locale]}]${gap}#,##0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`
  return `${figure};-${figure}`
}

/** The codes of paper sizes in a workbook. */
const paperSizes: Record<PageSize, number> = { LETTER: 1, A4: 9 }

/** As wide as the sheet, the first row repeated, page n/N at the foot and what it is at the head. */
export function printSetup(page: PageSize, heading: string): Partial<Excel.AddWorksheetOptions> {
  // An ampersand begins a code there.
  const head = heading.replaceAll('&', '&&')
  return {
    pageSetup: {
      paperSize: paperSizes[page],
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&L${head}`, oddFooter: '&C&P/&N' },
  }
}

const ACCENT = 'FF07505A'
const WHITE = 'FFFFFFFF'

/** The first row, with the names of the columns. */
export function styleHeading(row: Excel.Row): void {
  row.font = { bold: true, color: { argb: WHITE } }
  row.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ACCENT } }
  row.height = 20
}

/** Excel counts a 29th of February 1900 that never was: only from the day after it on is its calendar right. */
const FIRST_RIGHT_DAY = '1900-03-01'

/** A date without a time of day, as a workbook keeps it; an older one is text, written as `DATE_FORMAT` writes dates. */
export const cellDate = (date: string): Date | string => (date < FIRST_RIGHT_DAY ? date.split('-').reverse().join('/') : new Date(`${date}T00:00:00Z`))

/** Text of the utility for a cell. Workbooks read `_x0041_` as an escaped character: where the text itself says so, its first sign is escaped. */
export const cellText = (text: string): string => fileText(text).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** More is noise of binary fractions. */
const MOST_DECIMALS = 3

/** How many decimals it takes to show each of these figures in full, up to three. */
export function decimalsOf(figures: readonly number[]): number {
  const lengths = figures.map((figure) => (Number(figure.toFixed(MOST_DECIMALS)).toString().split('.')[1] ?? '').length)
  return Math.max(0, ...lengths)
}

/** A figure with so many decimals, grouped. */
export const figureFormat = (decimals: number): string => (decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0')
