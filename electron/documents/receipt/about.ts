import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import { formatMoney } from '../../../shared/domain/money.ts'
import { formatNumber } from '../../../shared/domain/numbers.ts'
import type { Command } from '../../../shared/utility-api/generated/types.gen.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { accountLabel, invoiceLabel } from '../named.ts'
import type { PaperLocale } from '../words.ts'
import type { ReceiptSource } from './source.ts'
import { receiptWords } from './words.ts'

type Pairs = Parameters<typeof labelled>[0]

/** For which account it was filed and where. Names are masked as on the screen: a receipt may be left in the tray. */
export function partiesOf({ account, zone, branch, command }: ReceiptSource, locale: PaperLocale): Labelled[] {
  const words = receiptWords(locale)
  return labelled([
    [accountLabel(zone, words.accountNumber), account && fullNumber(account)],
    [words.holder, account && maskName(holderName(account.holder))],
    [words.branch, branch?.name],
    [words.kiosk, branch?.kioskId ?? command.kioskId],
  ])
}

/** What the command is about, beside its text. How to reach the person is not printed. */
export function aboutOf(source: ReceiptSource, locale: PaperLocale): Labelled[] {
  return labelled(pairsOf(source, source.command, locale))
}

function pairsOf(source: ReceiptSource, command: Command, locale: PaperLocale): Pairs {
  const words = receiptWords(locale)
  switch (command.kind) {
    case 'question':
      return []
    case 'claim':
      return claimed(source, command.payload, locale)
    case 'contact':
      return [
        [words.contactName, maskName(command.payload.name)],
        [accountLabel(source.zone, words.accountNumber), command.payload.accountNumber],
      ]
    case 'reading':
      return [
        [words.meter, command.payload.meterNumber],
        [words.reading, reading(command.payload.value, source, locale)],
        [words.takenOn, formatDate(command.payload.takenOn, locale, 'short')],
      ]
    case 'reconnection':
      return [[words.reason, words.reasons[command.payload.reason]]]
    case 'holderChange':
      return [
        [words.newHolder, maskName(holderName(command.payload.newHolder))],
        [words.effectiveOn, formatDate(command.payload.effectiveOn, locale, 'short')],
      ]
    case 'invoiceDelivery':
      return [[words.delivery, words.deliveries[command.payload.delivery]]]
    case 'contactDetails':
      return [[words.changes, [command.payload.email && words.email, command.payload.phone && words.phone].filter(Boolean).join(', ')]]
  }
}

function claimed(source: ReceiptSource, payload: Extract<Command, { kind: 'claim' }>['payload'], locale: PaperLocale): Pairs {
  const words = receiptWords(locale)
  const { disputedAmount } = payload
  return [
    [invoiceLabel(source.zone, words.invoice), source.invoice?.number],
    [words.reading, payload.reading == null ? null : reading(payload.reading, source, locale)],
    [words.disputed, disputedAmount === undefined ? null : formatMoney(disputedAmount, source.zone.currency, locale)],
  ]
}

const reading = (value: number, { zone }: ReceiptSource, locale: PaperLocale): string => `${formatNumber(value, locale, 3)} ${zone.unit}`
