import type { StatementRow } from '../../../shared/contract/statement.ts'
import { maskAddress, maskName } from '../../../shared/domain/masking.ts'
import type { PrintedOn } from '../printedOn.ts'
import type { StatementFigures, StatementHead } from './statementModel.ts'

/** The newest movements of a range, as many as were asked for. */
export interface StatementExtract extends StatementHead, StatementFigures {
  newestFirst: StatementRow[]
}

/** A statement as it is drawn; plain data, for the drawing thread. */
export interface StatementPaper extends StatementHead, StatementFigures {
  /** In the utility's order. */
  rows: StatementRow[]
  /** Older movements of the range that stand in the files alone, and the balance after them. */
  leftOut: { count: number; balance: number } | null
  printedOn: PrintedOn
  /** Null on what is not printed here: a file, a preview. */
  copyNumber: number | null
}

export function statementPaper(extract: StatementExtract, printed: Pick<StatementPaper, 'printedOn' | 'copyNumber'>): StatementPaper {
  const { newestFirst, ...rest } = extract
  const rows = newestFirst.toReversed()
  const oldest = rows[0]
  const missing = extract.count - rows.length
  return { ...rest, ...printed, rows, leftOut: oldest && missing > 0 ? { count: missing, balance: oldest.balance - oldest.amount } : null }
}

/** As a screen may show it: whoever holds an invoice in the hand has not proved to be its holder. */
export const maskedPaper = (paper: StatementPaper): StatementPaper => ({
  ...paper,
  holder: maskName(paper.holder),
  supplyAddress: maskAddress(paper.supplyAddress),
})
