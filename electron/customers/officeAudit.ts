import type { AuditEntry } from '../audit/audit.ts'
import { createPersonAudit, type PersonAudit } from '../audit/personAudit.ts'

/** Who did what at the online office, and how it ended: no login, address or code. */
export type OfficeAudit = PersonAudit<Extract<AuditEntry['what'], `customer.${string}`>>

export const createOfficeAudit: (parts: Parameters<typeof createPersonAudit>[0]) => OfficeAudit = createPersonAudit
