import { healthLimits } from '../../electron/health/limits.ts'
import type { StaffJob, StaffStatus } from '../../shared/contract/staff.ts'

/** A duplicate whose end nobody knows. */
export const sampleStaffJob: StaffJob = {
  jobId: 'j1',
  askedAt: '2026-11-21T16:40:00.000Z',
  kind: 'duplicate',
  printer: 'documents',
  state: 'unknown',
  sheets: 1,
  attention: null,
  problem: null,
  cameOut: null,
  asks: true,
}

/** A kiosk at which nothing is wrong. */
export const sampleStaffStatus: StaffStatus = {
  version: '0.1.0',
  startedAt: '2026-11-20T13:00:00.000Z',
  branch: { name: 'Sucursal Centro', kioskId: 'kiosk-07', folioSeries: 'K07', timeZone: 'America/Monterrey' },
  online: true,
  outOfService: false,
  cursorAgeSeconds: 12,
  dataAsOf: '2026-11-21T16:42:00.000Z',
  outbox: { pending: 0, refused: 0, oldestPendingAt: null },
  refused: [],
  setAside: { count: 0, items: [] },
  limits: healthLimits,
  databaseBytes: 412_000_000,
  diskFreeBytes: 58_400_000_000,
  lastBackupAt: '2026-11-21T09:00:00.000Z',
  incidents: [],
  printers: [{ role: 'documents', name: 'Laser', state: 'ready', attention: [] }],
  jobs: [{ ...sampleStaffJob, state: 'confirmed', asks: false }],
}

/** One at which everything is. */
export const troubledStaffStatus: StaffStatus = {
  ...sampleStaffStatus,
  online: false,
  outOfService: true,
  cursorAgeSeconds: 10_800,
  outbox: { pending: 3, refused: 2, oldestPendingAt: '2026-11-21T13:40:00.000Z' },
  refused: [
    {
      commandId: '019a0000-0000-7000-8000-000000000001',
      folio: 'K07-20261121-00018',
      kind: 'claim',
      filedAt: '2026-11-21T15:05:00.000Z',
      reason: { code: 'unknown-topic', detail: 'El tema ya no existe.' },
      text: 'Me cobraron dos veces octubre.\n<b>Tengo</b> los dos recibos.',
    },
    {
      commandId: '019a0000-0000-7000-8000-000000000002',
      folio: 'K07-20261120-00026',
      kind: 'reading',
      filedAt: '2026-11-20T18:30:00.000Z',
      reason: { code: 'outside-window', detail: 'La lectura llegó fuera del plazo.' },
      text: null,
    },
  ],
  setAside: {
    count: 57,
    items: [
      { entity: 'invoice', id: 'inv-000123', rev: 918_273, reason: 'status: invalid value' },
      { entity: 'account', id: 'acc-000045', rev: 918_300, reason: 'zoneId: missing' },
    ],
  },
  diskFreeBytes: 310_000_000,
  lastBackupAt: '2026-11-17T09:00:00.000Z',
  incidents: [
    { id: 2, at: '2026-11-21T14:10:00.000Z', code: 'database-recovered' },
    { id: 1, at: '2026-11-19T08:00:00.000Z', code: 'something-new' },
  ],
  printers: [{ role: 'documents', name: 'Laser', state: 'attention', attention: ['paper', 'toner'] }],
  jobs: [sampleStaffJob],
}
