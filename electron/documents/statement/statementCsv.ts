import { majorUnits, minorDigits } from '../../../shared/domain/money.ts'
import { csvOf, type CsvField } from '../csv.ts'
import type { StatementModel } from './statementModel.ts'
import { statementWords } from './statementWords.ts'

/** Heading, opening balance, then every movement with the balance after it: the last one's is the closing balance. */
export function statementCsv(model: StatementModel): Uint8Array<ArrayBuffer> {
  const csv = csvOf(model.locale)
  const words = statementWords(model.locale)
  const decimals = minorDigits(model.currency)
  const money = (minor: number): CsvField => csv.figure(majorUnits(minor, model.currency), decimals)

  function* lines(): Generator<CsvField[]> {
    yield [words.date, words.kind, words.description, words.document, words.charge, words.payment, words.balance].map(csv.text)
    yield [model.from, '', csv.text(words.opening), '', '', '', money(model.opening)]
    if (model.count === 0) yield [model.to, '', csv.text(words.none), '', '', '', money(model.closing)]
    for (const { postedOn, kind, description, documentNumber, amount, balance } of model.rows) {
      const [charge, payment] = amount < 0 ? ['', money(-amount)] : [money(amount), '']
      yield [postedOn, csv.text(words.kinds[kind]), csv.text(description), csv.text(documentNumber ?? ''), charge, payment, money(balance)]
    }
  }

  return csv.file(lines())
}
