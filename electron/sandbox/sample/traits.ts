import { knownAccounts, knownLatestInvoice } from './known.ts'

/** How an account stands: everything paid, the latest bill open, some overdue, cut off, or more paid than owed. */
export type Standing = 'settled' | 'current' | 'overdue' | 'suspended' | 'credit'

/** An agreement: `late` and the two after it are active, with an installment overdue, a total that is not the sum, or no installments. */
export type AgreementStory = 'proposed' | 'active' | 'late' | 'contradicting' | 'unlisted' | 'completed' | 'broken'

/** What is unusual about an account. All of it follows from its place in the sample, so that tests and people can find each case. */
export interface Traits {
  standing: Standing
  closed: boolean
  company: boolean
  longName: boolean
  /** Months ago, or null. */
  missingReadingAt: number | null
  cancelledAt: number | null
  partlyPaid: boolean
  /** One payment bounced, one was for two invoices, one was made at a place that no list names. */
  oddPayments: boolean
  /** Its latest invoice has forty lines. */
  manyLines: boolean
  keepsOriginals: boolean
  agreements: readonly AgreementStory[]
  request: boolean
  readingWindow: 'open' | 'later' | 'none'
  /** Its meter is read with a decimal. */
  decimalMeter: boolean
  /** Its meter is about to begin again at zero. */
  meterNearEnd: boolean
  /** Its meter began again at zero within its latest bill. */
  meterBeganAnew: boolean
  /** Days since the latest invoice was issued. */
  invoiceAge: number
}

/** Drawing costs time: only a few accounts, in every zone, whatever the size of the sample. */
const ORIGINALS_AMONG = 210
/** Every ninth account is a company's, and none of them falls into Montevideo or Querétaro. */
const COMPANIES_ELSEWHERE = new Set([26, 41])
const agreementStates = ['proposed', 'active', 'completed', 'broken'] as const
/** The known accounts that have more than one. */
const knownAgreements = new Map<number, readonly AgreementStory[]>([
  [knownAccounts.monterrey.index, ['late', 'proposed', 'completed']],
  [knownAccounts.montevideo.index, ['active', 'contradicting', 'unlisted', 'broken']],
])

export function traitsOf(index: number): Traits {
  const standing = standingOf(index)
  return {
    standing,
    closed: index % 61 === 20,
    company: index % 9 === 4 || COMPANIES_ELSEWHERE.has(index % 90),
    longName: index % 250 === 12,
    missingReadingAt: index % 29 === 6 ? 4 : null,
    cancelledAt: index % 31 === 8 ? 5 : null,
    partlyPaid: index % 37 === 13,
    oddPayments: index % 10 === 0,
    manyLines: index % 250 === 18,
    keepsOriginals: index < ORIGINALS_AMONG && index % 7 === 3,
    agreements: knownAgreements.get(index) ?? (index % 7 === 5 ? [agreementStates[Math.floor(index / 7) % 4] ?? 'active'] : []),
    request: index % 6 === 0 || index % 13 === 1,
    readingWindow: (['open', 'later', 'none'] as const)[index % 3] ?? 'none',
    decimalMeter: index % 30 === 15,
    meterNearEnd: index % 30 === 18,
    meterBeganAnew: index % 30 === 27,
    invoiceAge: index === 0 ? knownLatestInvoice.ageInDays : 1 + ((index * 5) % 27),
  }
}

function standingOf(index: number): Standing {
  if (index === 1) return 'settled'
  if (index % 23 === 7) return 'suspended'
  if (index % 17 === 5) return 'credit'
  if (index % 5 === 3) return 'overdue'
  return index % 4 === 3 ? 'settled' : 'current'
}
