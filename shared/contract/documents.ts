import { z } from 'zod'
import type { PrinterRole } from './printing.ts'
import { date, identifier } from './values.ts'

/** So many invoices are paid at once. */
export const invoicesToPay = z.array(identifier).min(1).max(12)

/** So many invoices one slip of several contracts may name, and so many contracts: with more it would take more sheets than a visit may print. */
export const MOST_INVOICES_TOGETHER = 60
export const MOST_CONTRACTS_TOGETHER = 12

/** A document that can be had on paper, looked at or saved: what it is of, never what stands on it. */
export const documentRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duplicate'), invoiceId: identifier }),
  /** Of something that this session filed. */
  z.strictObject({ kind: z.literal('receipt'), commandId: identifier }),
  z.strictObject({ kind: z.literal('statement'), accountId: identifier, from: date, to: date }),
  /** Of a payment that the utility has recorded. */
  z.strictObject({ kind: z.literal('paymentProof'), paymentId: identifier }),
  /** Readings and what was consumed; as a file only. */
  z.strictObject({ kind: z.literal('consumption'), accountId: identifier }),
  z.strictObject({ kind: z.literal('agreement'), agreementId: identifier }),
  /** To pay at a bank or store. `accountIds`: whose the invoices are, where several contracts are paid with it; else they are of one. */
  z.strictObject({
    kind: z.literal('slip'),
    bankId: identifier,
    invoiceIds: z.array(identifier).min(1).max(MOST_INVOICES_TOGETHER),
    accountIds: z.array(identifier).min(2).max(MOST_CONTRACTS_TOGETHER).optional(),
  }),
  /** To pay at the cash desk of this branch. */
  z.strictObject({ kind: z.literal('cashTicket'), invoiceIds: invoicesToPay }),
  /** A payment on one's own phone, as it stands. */
  z.strictObject({ kind: z.literal('onlinePayment'), paymentId: identifier }),
  /** For whoever activates their account later: of the registration that this visit has begun, by the name that the kiosk gave it. */
  z.strictObject({ kind: z.literal('activationSteps'), begunId: identifier }),
  /** A text that the utility publishes, as the company of a zone hands it out. */
  z.strictObject({ kind: z.literal('legalText'), legalTextId: identifier, zoneId: identifier }),
  /** What this kiosk did on a day of its branch; for those who serve customers. */
  z.strictObject({ kind: z.literal('dayEnd'), day: date }),
  /** A number in the queue of the counter. */
  z.strictObject({ kind: z.literal('turn') }),
  /** What staff look at who set up the printer of tickets; no session may have it. */
  z.strictObject({ kind: z.literal('testPage') }),
])
export type DocumentRef = z.infer<typeof documentRef>
export type DocumentKind = DocumentRef['kind']

interface DocumentTraits {
  /**
   * The printers that it is made for, the preferred one first: what is paid with at the cash desk comes out as a ticket, and on a sheet where the
   * branch has no printer for tickets or the person chose so. None: it is a file only.
   */
  printers: readonly PrinterRole[]
  /** Screens offer it as a file where it cannot be printed. */
  offersFile: boolean
}

/** What both processes know of each type of document; the rest is the main process's (`electron/documents/documentTypes.ts`). */
export const documentTraits = {
  duplicate: { printers: ['documents'], offersFile: true },
  receipt: { printers: ['tickets', 'documents'], offersFile: false },
  statement: { printers: ['documents'], offersFile: true },
  paymentProof: { printers: ['documents'], offersFile: true },
  consumption: { printers: [], offersFile: true },
  agreement: { printers: ['documents'], offersFile: false },
  slip: { printers: ['documents'], offersFile: false },
  cashTicket: { printers: ['tickets', 'documents'], offersFile: false },
  onlinePayment: { printers: ['tickets', 'documents'], offersFile: false },
  activationSteps: { printers: ['tickets', 'documents'], offersFile: false },
  legalText: { printers: ['documents'], offersFile: false },
  dayEnd: { printers: ['documents'], offersFile: true },
  turn: { printers: ['tickets'], offersFile: false },
  /** Sent to the printer that it tries. */
  testPage: { printers: ['documents'], offersFile: false },
} as const satisfies Record<DocumentKind, DocumentTraits>

export type PrintableKind = { [K in DocumentKind]: (typeof documentTraits)[K]['printers'] extends readonly [] ? never : K }[DocumentKind]

/** What can come out of a printer. */
export type PrintableRef = Extract<DocumentRef, { kind: PrintableKind }>

const isPrintableKind = (kind: DocumentKind): kind is PrintableKind => documentTraits[kind].printers.length > 0

export const isPrintable = (ref: DocumentRef): ref is PrintableRef => isPrintableKind(ref.kind)

export const printableKinds = (Object.keys(documentTraits) as DocumentKind[]).filter(isPrintableKind)

export const fileFormat = z.enum(['pdf', 'xlsx', 'csv', 'xml'])
export type FileFormat = z.infer<typeof fileFormat>
