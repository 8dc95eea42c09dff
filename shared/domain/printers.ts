import { documentTraits } from '../contract/documents.ts'
import { printerRole, type JobKind, type PrinterRole } from '../contract/printing.ts'

export const printerRoles: readonly PrinterRole[] = printerRole.options

/** A value for each role. */
export const forEachRole = <T>(make: (role: PrinterRole) => T): Record<PrinterRole, T> =>
  Object.fromEntries(printerRoles.map((role) => [role, make(role)])) as Record<PrinterRole, T>

/** The roles that have a value. */
export const presentRoles = (values: Record<PrinterRole, unknown>): PrinterRole[] => printerRoles.filter((role) => values[role] !== null)

/** The printers that a paper is made for, the preferred one first; an original comes out where the duplicate would. */
const routeOf = (kind: JobKind): readonly [PrinterRole, ...PrinterRole[]] => documentTraits[kind === 'original' ? 'duplicate' : kind].printers

/** The printer that a paper comes out of: `on` where that is asked for and possible, else the preferred one that the branch has, else the preferred one. */
export function printerFor(kind: JobKind, present: readonly PrinterRole[], on?: PrinterRole): PrinterRole {
  const possible = routeOf(kind).filter((role) => present.includes(role))
  return possible.find((role) => role === on) ?? possible[0] ?? routeOf(kind)[0]
}

/** The next printer that the same paper can come out of when `role` does not print it; null when there is none. */
export function alternativeTo(role: PrinterRole, kind: JobKind, present: readonly PrinterRole[]): PrinterRole | null {
  const route = routeOf(kind)
  const preferred = route.indexOf(role)
  if (preferred === -1) return null
  return route.slice(preferred + 1).find((other) => present.includes(other)) ?? null
}

/** Whether the branch has a printer for that paper. */
export const canBePrinted = (kind: JobKind, present: readonly PrinterRole[]): boolean => present.includes(printerFor(kind, present))

/** Whether that paper comes out of no other printer, at any branch. */
export const isOnlyFor = (role: PrinterRole, kind: JobKind): boolean => routeOf(kind).every((one) => one === role)

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
