import { healthLimits } from '../../electron/health/limits.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { FiledCommand, OpenedCommand } from '../../shared/contract/outbox.ts'
import type { StaffJob, StaffStatus } from '../../shared/contract/staff.ts'

/** A duplicate whose end nobody knows. */
export const sampleStaffJob: StaffJob = {
  jobId: 'j1',
  askedAt: '2026-11-21T16:40:00.000Z',
  kind: 'duplicate',
  name: 'DE 4043 2503',
  printer: 'documents',
  state: 'unknown',
  sheets: 1,
  attention: null,
  problem: null,
  cameOut: null,
  asks: true,
  canReprint: true,
  reprinted: null,
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
  setAside: { count: 0, items: [] },
  limits: healthLimits,
  databaseBytes: 412_000_000,
  diskFreeBytes: 58_400_000_000,
  lastBackupAt: '2026-11-21T09:00:00.000Z',
  incidents: [],
  printers: [{ role: 'documents', name: 'Laser', state: 'ready', attention: [] }],
  selfTestFaults: 0,
  unknownJobs: 0,
}

/** One at which everything is. */
export const troubledStaffStatus: StaffStatus = {
  ...sampleStaffStatus,
  online: false,
  outOfService: true,
  cursorAgeSeconds: 10_800,
  outbox: { pending: 3, refused: 2, oldestPendingAt: '2026-11-21T13:40:00.000Z' },
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
  unknownJobs: 1,
}

/** A claim that the utility refused, and nobody has seen to. */
export const refusedClaim: FiledCommand = {
  commandId: '019a0000-0000-7000-8000-000000000001',
  folio: 'K07-20261121-00018',
  kind: 'claim',
  filedAt: '2026-11-21T15:05:00.000Z',
  state: 'refused',
  utilityFolio: null,
  refusal: { code: 'unknown-topic', detail: 'El tema ya no existe.' },
  settled: null,
}

export const openedClaim: OpenedCommand = {
  ...refusedClaim,
  facts: [
    { name: 'account', value: '40389382-1' },
    { name: 'phone', value: '8112345678' },
  ],
  text: 'Me cobraron dos veces octubre.\n<b>Tengo</b> los dos recibos.',
  corrects: null,
  uncorrectable: null,
}

const byFolio = (folio: string) => ({ commandId: '019a0000-0000-7000-8000-000000000009', folio })

export const deskAnswers = {
  'staff.jobs': { asking: [sampleStaffJob], jobs: [{ ...sampleStaffJob, jobId: 'j0', state: 'confirmed', asks: false }], more: false },
  'staff.reprint': { ...sampleStaffJob, jobId: 'j2', state: 'queued', asks: false, canReprint: false, reprinted: 'lost' },
  'outbox.list': { counts: { pending: 0, delivered: 4, refused: 1 }, oldestPendingAt: null, commands: [refusedClaim], more: false },
  'outbox.find': byFolio(refusedClaim.folio),
  'outbox.open': openedClaim,
  'outbox.correction': {
    commandId: refusedClaim.commandId,
    folio: refusedClaim.folio,
    refusal: refusedClaim.refusal,
    form: {
      kind: 'claim',
      ...{
        topicId: 'gone',
        text: 'Me cobraron dos veces octubre.',
        invoiceId: '',
        reading: '',
        disputedAmount: '',
        addsTo: '',
        email: '',
        phone: '8112345678',
      },
    },
    conventions: { currency: 'MXN', locale: 'es-MX', timeZone: 'America/Monterrey', unit: 'm³' },
    topics: [{ id: 't1', kind: 'claim', name: 'Cobro duplicado', emergency: false, highConsumption: false, requiresInvoice: false, requiresReading: false }],
    contactTopics: [],
    invoices: [{ id: 'i1', number: 'DE 4043 2503', total: 128_450 }],
  },
  'outbox.correct': byFolio('K07-20261121-00026'),
  'outbox.close': byFolio(refusedClaim.folio),
} satisfies { [C in `outbox.${'list' | 'find' | 'open' | 'correction' | 'correct' | 'close'}` | 'staff.jobs' | 'staff.reprint']: AnswerOf<C> }
