import type { Migration } from '../migrate.ts'
import { feed } from './010-feed.ts'
import { printJobs } from './020-print-jobs.ts'
import { audit } from './030-audit.ts'
import { lookupThrottle } from './040-lookup-throttle.ts'
import { outbox } from './050-outbox.ts'
import { care } from './060-care.ts'
import { requestFolios } from './070-request-folios.ts'
import { printDocuments } from './080-print-documents.ts'
import { copyFloor } from './090-copy-floor.ts'
import { anyDocument } from './100-any-document.ts'
import { turns } from './110-turns.ts'
import { incidentCodes } from './120-incident-codes.ts'
import { requestKeys } from './130-request-keys.ts'
import { guideOrder } from './140-guide-order.ts'
import { noticeOrder } from './150-notice-order.ts'
import { invoiceCodes } from './160-invoice-codes.ts'
import { onlinePayments } from './170-online-payments.ts'
import { paymentToldAt } from './180-payment-told-at.ts'
import { signInThrottle } from './190-sign-in-throttle.ts'
import { auditChain } from './200-audit-chain.ts'
import { accountSearch } from './210-account-search.ts'
import { clerks } from './220-clerks.ts'
import { desks } from './240-desks.ts'
import { dayEnd } from './250-day-end.ts'
import { selfTests } from './260-self-tests.ts'

/**
 * In order; a change to what was released is a new step. One that drops an index of a feed table must look up its name, which has changed with
 * the loads since (`sync/staging.ts`).
 */
export const migrations: readonly Migration[] = [
  feed,
  printJobs,
  audit,
  lookupThrottle,
  outbox,
  care,
  requestFolios,
  printDocuments,
  copyFloor,
  anyDocument,
  turns,
  incidentCodes,
  requestKeys,
  guideOrder,
  noticeOrder,
  invoiceCodes,
  onlinePayments,
  paymentToldAt,
  signInThrottle,
  auditChain,
  accountSearch,
  clerks,
  desks,
  dayEnd,
  selfTests,
]
