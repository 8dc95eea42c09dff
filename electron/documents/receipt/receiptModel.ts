import { filingTraits } from '../../../shared/contract/filings.ts'
import type { RequestState } from '../../../shared/contract/requests.ts'
import { answerDaysOf, stateOfCommand } from '../../../shared/domain/answerTerm.ts'
import { businessDate, businessTime, formatDate } from '../../../shared/domain/dates.ts'
import { claimDays, regulatorOf } from '../../../shared/domain/regulator.ts'
import type { PrintedOn } from '../printedOn.ts'
import { type Labelled, labelled } from '../labelled.ts'
import { type Issuer, issuerOf, type PageSize, pageOf } from '../letterhead.ts'
import { printable } from '../printable.ts'
import { type PaperLocale, paperLocale } from '../paperLocale.ts'
import { aboutOf, partiesOf } from './receiptAbout.ts'
import type { ReceiptSource } from './receiptSource.ts'
import { linesOf } from './receiptText.ts'
import { receiptWords } from './receiptWords.ts'

/** Everything that stands on a receipt, in ready words. */
export interface ReceiptModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  folio: string
  /** Null on the first. */
  copy: string | null
  filed: string
  kind: string
  /** Null where the kind has none, or the utility has withdrawn it since. */
  topic: string | null
  /** Account, holder, branch, kiosk; what it is about; the utility's own folio. */
  facts: Labelled[]
  /** Lines as the person wrote them. */
  text: string[]
  next: string[]
  emergency: string | null
}

/** What the receipt of something filed says, in the language and paper of its zone. Pure. */
export function receiptModel(source: ReceiptSource): ReceiptModel {
  const { stored, command, zone, branch, topic, copyNumber, printedOn } = source
  const locale = paperLocale(zone)
  const words = receiptWords(locale)
  const timeZone = branch?.timeZone ?? zone.timeZone
  const filedOn = formatDate(businessDate(stored.capturedAt, timeZone), locale, 'long')
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    folio: printable(stored.localFolio),
    copy: copyNumber > 1 ? words.copy(copyNumber, formatDate(printedOn.date, locale, 'numeric'), printedOn.time) : null,
    filed: words.filed(filedOn, businessTime(stored.capturedAt, timeZone)),
    kind: words.kinds[command.kind],
    topic: topic ? printable(topic.name) || null : null,
    facts: [...partiesOf(source, locale), ...aboutOf(source, locale), ...labelled([[words.utilityFolio, utilityFolioOf(source)]])],
    text: linesOf(command),
    next: nextOf(source, locale),
    emergency: topic?.emergency ? words.emergency(zone.emergencyPhone ? printable(zone.emergencyPhone) : null) : null,
  }
}

function nextOf(source: ReceiptSource, locale: PaperLocale): string[] {
  const becomes = [whereToAsk(source, locale), ...whatCounts(source, locale), whatHappens(source, locale)]
  return [...becomes, ...byWhen(source, locale), ...whatHolds(source), ...whereNext(source, locale)]
}

const utilityFolioOf = ({ stored, request }: ReceiptSource): string | null => request?.folio ?? stored.utilityFolio

/** Other kiosks know a folio from the request that the utility opens for it. */
function whereToAsk({ command }: ReceiptSource, locale: PaperLocale): string {
  const words = receiptWords(locale)
  return filingTraits[command.kind].opensRequest ? words.keep : words.keepHere
}

/** A reading is judged by the day on which it was taken, however late it arrives. What the utility refused is spoken of at the counter. */
function whatCounts({ command, stored }: ReceiptSource, locale: PaperLocale): string[] {
  if (command.kind !== 'reading' || stored.state === 'refused') return []
  return [receiptWords(locale).readingCounts(formatDate(command.payload.takenOn, locale, 'long'))]
}

const stateOf = ({ stored, request, settled }: ReceiptSource): RequestState => request?.status ?? stateOfCommand(stored.state, settled !== null)

const dueOf = ({ stored, request }: ReceiptSource): string | null => request?.answerDueOn ?? stored.answerDueOn

/** No more than is known: a date only where the utility itself gave one. */
function whatHappens(source: ReceiptSource, locale: PaperLocale): string {
  const words = receiptWords(locale)
  const due = dueOf(source)
  const received = due ? words.answerDue(formatDate(due, locale, 'long')) : words.received
  const successor = source.settled?.successor ?? null
  const becomes: Record<RequestState, string> = {
    stored: words.stored,
    setAside: words.setAside,
    closed: successor === null ? words.closed : words.corrected(printable(successor)),
    received,
    inProgress: received,
    waitingCustomer: received,
    resolved: words.answered,
    rejected: words.answered,
  }
  return becomes[stateOf(source)]
}

/** By when a claim is answered: a date, or business days where only the zone's rule is known. */
function byWhen(source: ReceiptSource, locale: PaperLocale): string[] {
  const { command, zone } = source
  const days = answerDaysOf({ kind: command.kind, state: stateOf(source), answerDueOn: dueOf(source) }, claimDays(zone.regulator))
  return days === null ? [] : [receiptWords(locale).answerDays(days)]
}

/** What the zone says of every claim, such as that supply is not cut while it is open. */
function whatHolds({ command, zone }: ReceiptSource): string[] {
  const notice = printable(zone.claimNotice ?? '')
  return command.kind === 'claim' && notice !== '' ? [notice] : []
}

/** The regulator, after the utility. */
function whereNext({ command, zone }: ReceiptSource, locale: PaperLocale): string[] {
  const regulator = regulatorOf(zone.regulator)
  if (command.kind !== 'claim' || !regulator) return []
  const { name, phone } = regulator
  return [receiptWords(locale).regulator(printable(name), phone && printable(phone))]
}
