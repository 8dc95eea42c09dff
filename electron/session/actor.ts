/** Who asks for something at the counter, as a command of the utility's contract says it. Contract 1.0 has no name for a sign-in. */
export type Actor = { kind: 'visitor' | 'invoiceHolder' } | { kind: 'customer'; customerId: string; sessionId?: string } | { kind: 'clerk'; clerkId: string }

/** The text that stands for somebody in the audit. A customer or a clerk without an id does not compile. */
export type AuditName = 'visitor' | 'invoiceHolder' | `customer:${string}` | `clerk:${string}` | 'staff' | 'system' | 'utility'

/** `staff`: who uses the page *Estado del equipo* and holds no session. */
export function auditName(actor: Actor | { kind: 'staff' }): AuditName {
  switch (actor.kind) {
    case 'visitor':
    case 'invoiceHolder':
    case 'staff':
      return actor.kind
    case 'customer':
      return `customer:${actor.customerId}`
    case 'clerk':
      return `clerk:${actor.clerkId}`
  }
}
