import { printerRole, type DocumentKind, type PrinterRole } from '../contract/printing.ts'

export const printerRoles: readonly PrinterRole[] = printerRole.options

/** A value for each role. */
export const forEachRole = <T>(make: (role: PrinterRole) => T): Record<PrinterRole, T> =>
  Object.fromEntries(printerRoles.map((role) => [role, make(role)])) as Record<PrinterRole, T>

/** The roles that have a value. */
export const presentRoles = (values: Record<PrinterRole, unknown>): PrinterRole[] => printerRoles.filter((role) => values[role] !== null)

/**
 * The printers that a paper is made for, the preferred one first: a slip of paper for the cash desk comes out as a ticket, and on a sheet where
 * the branch has no printer for tickets or the person chose so. A test page is sent to the printer that it tries.
 */
const routes: Record<DocumentKind, readonly [PrinterRole, ...PrinterRole[]]> = {
  duplicate: ['documents'],
  original: ['documents'],
  statement: ['documents'],
  slip: ['documents'],
  receipt: ['tickets', 'documents'],
  cashTicket: ['tickets', 'documents'],
  turn: ['tickets'],
  testPage: ['documents'],
}

/** The printer that a paper comes out of: `on` where that is asked for and possible, else the preferred one that the branch has, else the preferred one. */
export function printerFor(kind: DocumentKind, present: readonly PrinterRole[], on?: PrinterRole): PrinterRole {
  const possible = routes[kind].filter((role) => present.includes(role))
  return possible.find((role) => role === on) ?? possible[0] ?? routes[kind][0]
}

/** The next printer that the same paper can come out of when `role` does not print it; null when there is none. */
export function alternativeTo(role: PrinterRole, kind: DocumentKind, present: readonly PrinterRole[]): PrinterRole | null {
  const preferred = routes[kind].indexOf(role)
  return (preferred === -1 ? undefined : routes[kind].slice(preferred + 1).find((other) => present.includes(other))) ?? null
}

/** Whether the branch has a printer for that paper. */
export const canBePrinted = (kind: DocumentKind, present: readonly PrinterRole[]): boolean => present.includes(printerFor(kind, present))

/** Whether that paper comes out of no other printer, at any branch. */
export const isOnlyFor = (role: PrinterRole, kind: DocumentKind): boolean => routes[kind].every((one) => one === role)

export interface PrinterTraits {
  /** What a person holds in the hand: it decides the words, and in Spanish and Portuguese their gender. */
  medium: 'sheet' | 'ticket'
  /** What it was sent can be called back: it ends with the visit. */
  canRecall: boolean
}

export const printerTraits: Record<PrinterRole, PrinterTraits> = {
  documents: { medium: 'sheet', canRecall: true },
  tickets: { medium: 'ticket', canRecall: false },
}
