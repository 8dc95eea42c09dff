import { dayFigures, type CountedDay, type DaySignature } from '../../../shared/contract/dayEnd.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import { dayRows, isLater, type DayRow } from '../../../shared/domain/dayEnd.ts'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { BranchInfo } from '../../cache/queries/branch.ts'
import type { DayReading } from '../../dayEnd/readDayEnd.ts'
import { labelled, type Labelled } from '../labelled.ts'
import { issuerOf, pageOf, type Issuer, type PageSize } from '../letterhead.ts'
import { paperLocale, type PaperLocale } from '../paperLocale.ts'
import { printable } from '../printable.ts'
import { printedAt, printedWords, type PrintedOn } from '../printedOn.ts'
import { dayEndWords } from './dayEndWords.ts'

export interface DayEndSource {
  reading: Pick<DayReading, 'counted' | 'digest' | 'signatures' | 'signed'>
  branch: Pick<BranchInfo, 'name' | 'kioskId' | 'timeZone'>
  zone: Zone
  printedOn: PrintedOn
  copyNumber: number | null
}

/** A row of figures: as they were signed, and by how much they have changed since. */
export interface DayLine {
  name: string
  figures: { count: number; later: number }[]
}

export interface SignatureLine {
  number: number
  name: string
  signedAt: string
  digest: string
  intact: boolean
}

/** Everything that stands on the paper of a day's end, and in its workbook. No customer is named. */
export interface DayEndModel {
  locale: PaperLocale
  page: PageSize
  issuer: Issuer
  printedOn: PrintedOn
  /** `YYYY-MM-DD` */
  day: string
  dayInWords: string
  /** When it was printed; of the second copy on, which one it is. */
  printed: string
  facts: Labelled[]
  people: DayLine[]
  hours: DayLine[]
  total: DayLine
  /** Something has changed since the signature. */
  isLater: boolean
  /** What is amiss, each a sentence; none where the count holds. */
  amiss: string[]
  signatures: SignatureLine[]
  /** Of what is counted, where nobody has signed. */
  digest: string
}

export function dayEndModel({ reading, branch, zone, printedOn, copyNumber }: DayEndSource): DayEndModel {
  const { counted, signatures, signed, digest } = reading
  const locale = paperLocale(zone)
  const words = dayEndWords(locale)
  const rows = dayRows(counted.tables, signed?.tables ?? null)
  const lines = signatures.map((one) => signatureLine(one, branch.timeZone, locale))
  const last = lines.at(-1)
  const dayInWords = formatDate(counted.day, locale, 'long')
  return {
    locale,
    page: pageOf(zone),
    issuer: issuerOf(zone, locale),
    printedOn,
    day: counted.day,
    dayInWords,
    printed: printedWords(printedOn, copyNumber !== null && copyNumber > 1 ? copyNumber : null, locale),
    facts: labelled([
      [words.branch, branch.name],
      [words.kiosk, branch.kioskId],
      [words.day, dayInWords],
      [words.state, last ? words.signedBy(last.name, last.number) : words.unsigned],
    ]),
    people: rows.people.map((row) => lineOf(personName(row, locale), row)),
    hours: rows.hours.map((row) => lineOf(hourName(row, locale), row)),
    total: lineOf(words.total, rows.total),
    isLater: isLater(rows),
    amiss: [...amissOf(counted, locale), ...lines.filter(({ intact }) => !intact).map(({ number }) => `${words.state} ${number}: ${words.altered}.`)],
    signatures: lines,
    digest,
  }
}

const lineOf = (name: string, { counts, later }: DayRow): DayLine => ({
  name,
  figures: dayFigures.map((figure) => ({ count: counts[figure], later: later[figure] })),
})

function personName({ who, name }: { who: string; name: string | null }, locale: PaperLocale): string {
  const words = dayEndWords(locale)
  if (who === 'customers') return words.customers
  return who === 'staff' ? words.staff : printable(name ?? who.slice('clerk:'.length))
}

function hourName({ hour, turn }: { hour: string; turn: 1 | 2 | null }, locale: PaperLocale): string {
  return turn === null ? hour : `${hour} (${dayEndWords(locale).turn[turn]})`
}

function amissOf({ differences, flaw }: CountedDay, locale: PaperLocale): string[] {
  const words = dayEndWords(locale)
  const told = differences.map(({ person, hour, figure, records, audit }) => {
    const whose = person ? personName(person, locale) : hour ? hourName(hour, locale) : words.total
    return words.difference(words.figures[figure], whose, records, audit)
  })
  return [...(flaw ? [words.flaw(flaw.seq, flaw.flaw)] : []), ...(told.length > 0 ? [words.differs, ...told] : [])]
}

function signatureLine({ number, clerkName, signedAt, digest, intact }: DaySignature, timeZone: string, locale: PaperLocale): SignatureLine {
  const { date, time } = printedAt(signedAt, timeZone)
  return { number, name: printable(clerkName), signedAt: `${formatDate(date, locale, 'numeric')} ${time}`, digest, intact }
}
