import type { Heartbeat } from '../../shared/utility-api/generated/types.gen.ts'
import { headText } from '../audit/head.ts'
import type { KioskFigures } from './figures.ts'

/** The figures as the utility's contract has them; null while the utility has not said which kiosk this is. */
export function toHeartbeat(figures: KioskFigures, { at, incidents }: { at: number; incidents: string[] }): Heartbeat | null {
  const { branch, version, uptimeSeconds, cursorAgeSeconds, outbox, changesSetAside, databaseBytes, diskFreeBytes, auditHead, printers } = figures
  if (!branch) return null
  return {
    kioskId: branch.kioskId,
    version,
    at: new Date(at).toISOString(),
    uptimeSeconds,
    cursorAgeSeconds,
    outboxPending: outbox.pending,
    outboxRefused: outbox.refused,
    changesSetAside,
    databaseBytes,
    ...(diskFreeBytes !== null && { diskFreeBytes }),
    ...(auditHead !== null && { auditHead: headText(auditHead) }),
    incidents,
    printers: printers.map(({ role, state, attention }) => ({ role, state, reasons: attention })),
  }
}
