import { fileText } from './fileText.ts'

/** So that Excel reads UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const END = '\r\n'
/** How a formula begins in one of the programs that open CSV, full-width signs included; behind an apostrophe it is text. */
const FORMULA = /^[=+\-@\uff0b\uff0d\uff1d\uff20]/u

/** A cell that is written already. */
export type CsvField = string

export interface CsvFormat {
  text(text: string): CsvField
  /** A figure without grouping or currency, with the locale's decimal sign; never escaped, so that it stays a figure. */
  figure(value: number, decimals?: number): CsvField
  /** Lines of fields as a whole file, in UTF-8. */
  file(lines: Iterable<readonly CsvField[]>): Uint8Array<ArrayBuffer>
}

/**
 * CSV as the spreadsheets of a locale read it when it is opened by a touch: they separate by comma, and by semicolon where the comma is the
 * decimal sign. Dates are ISO: the one form that every locale understands.
 */
export function csvOf(locale: string): CsvFormat {
  const decimalSign = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  const separator = decimalSign === ',' ? ';' : ','
  const quoted = (text: string): string => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return {
    text(text) {
      const plain = fileText(text)
      return quoted(FORMULA.test(plain) ? `'${plain}` : plain)
    },
    figure: (value, decimals) => (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('.', decimalSign),
    file: (lines) => Buffer.from(BYTE_ORDER_MARK + Array.from(lines, (fields) => fields.join(separator) + END).join(''), 'utf8'),
  }
}
