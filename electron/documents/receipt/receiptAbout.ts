import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { FactWriter } from '../../filings/facts.ts'
import { factsOf } from '../../filings/filingTypes.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { accountLabel, invoiceLabel } from '../named.ts'
import type { PaperLocale } from '../paperLocale.ts'
import type { ReceiptSource } from './receiptSource.ts'
import { receiptWords } from './receiptWords.ts'

/** For which account it was filed and where. Names are masked as on the screen: a receipt may be left in the tray. */
export function partiesOf({ account, zone, branch, command }: ReceiptSource, locale: PaperLocale): Labelled[] {
  const words = receiptWords(locale)
  return labelled([
    [accountLabel(zone, words.facts.accountNumber), account && fullNumber(account)],
    [words.holder, account && maskName(holderName(account.holder))],
    [words.branch, branch?.name],
    [words.kiosk, branch?.kioskId ?? command.kioskId],
  ])
}

/** What the command is about, beside its text. Its numbers are called as the zone calls them on its bills. */
export function aboutOf(source: ReceiptSource, locale: PaperLocale): Labelled[] {
  const { facts } = receiptWords(locale)
  const names = { ...facts, accountNumber: accountLabel(source.zone, facts.accountNumber), invoice: invoiceLabel(source.zone, facts.invoice) }
  return labelled(factsOf(source.command, writerOf(source, locale)).map(([name, value]) => [names[name], value]))
}

/** As the paper writes it. */
export const writerOf = ({ zone, invoice }: Pick<ReceiptSource, 'zone' | 'invoice'>, locale: PaperLocale): FactWriter => ({
  date: (date) => formatDate(date, locale, 'short'),
  amount: (amount) => formatMoney(amount, zone.currency, locale),
  meterReading: (value) => `${formatNumber(value, locale, 3)} ${zone.unit}`,
  choice: (group, chosen) => receiptWords(locale).choices[group][chosen],
  name: maskName,
  invoiceNumber: invoice?.number ?? null,
})
