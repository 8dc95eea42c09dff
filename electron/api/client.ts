import { z } from 'zod'
import { isTimeZone } from '../../shared/domain/dates.ts'
import type { CommandReceipt, GetBranchResponse, Heartbeat } from '../../shared/utility-api/generated/types.gen.ts'
import { zGetBranchResponse, zReportHeartbeatResponse } from '../../shared/utility-api/generated/zod.gen.ts'
import { isLoopback, readBaseUrl } from './address.ts'
import { BRANCH, createCaller, type CallerParts } from './caller.ts'
import { zPage, type Page } from './changePage.ts'
import { createCustomersApi, type CustomersApi } from './customers.ts'
import { judgeDelivery, readReceipt } from './delivery.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { judgeOpening, readIntent, type ToldIntent } from './payments.ts'
import { readJson } from './reply.ts'
import type { OpenStream } from './stream.ts'

export type { Page } from './changePage.ts'

/** Folios and the clock on every screen need a time zone that there is. */
const zBranch = zGetBranchResponse.extend({ timeZone: z.string().refine(isTimeZone) })

/** Directives that are newer than this program must not make it deaf to the others. */
const zDirectives = zReportHeartbeatResponse.extend({ directives: z.array(z.string()) })
export type HeartbeatAnswer = z.infer<typeof zDirectives>

interface CallOptions {
  /** Ends the call, which then answers `unreachable`. */
  signal?: AbortSignal
}

/** The utility, as `shared/utility-api/openapi.yaml` has it. No call throws for anything that the network or the utility does. */
export interface ApiClient {
  getBranch(call?: CallOptions): Promise<ApiOutcome<GetBranchResponse>>
  /** Without a cursor the feed starts from nothing. */
  listChanges(from: { cursor: string | null; limit: number }, call?: CallOptions): Promise<ApiOutcome<Page>>
  /** Server-sent events, as they come in. */
  openPokes(call: { signal: AbortSignal }): Promise<ApiOutcome<OpenStream>>
  /** The original PDF. */
  getInvoiceDocument(invoiceId: string): Promise<ApiOutcome<Uint8Array>>
  reportHeartbeat(heartbeat: Heartbeat): Promise<ApiOutcome<HeartbeatAnswer>>
  /** Gives the bytes of one command; the same bytes each time that they are given. */
  deliverCommand(command: { id: string; body: Uint8Array }, call?: CallOptions): Promise<ApiOutcome<CommandReceipt>>
  /** Opens a payment at a bank; the same key with the same bytes answers the same payment. */
  openPayment(payment: { key: string; body: Uint8Array }, call?: CallOptions): Promise<ApiOutcome<ToldIntent>>
  getPayment(paymentId: string, call?: CallOptions): Promise<ApiOutcome<ToldIntent>>
  /** Registration, sign-in and what a customer who is signed in may change. */
  customers: CustomersApi
  /** Ends the calls under way, which answer `unreachable`. */
  close(): Promise<void>
}

/** The program's only HTTP client. Throws `InsecureAddress`. */
export function createApiClient(parts: CallerParts): ApiClient {
  const { get, post, open, forCustomer, close } = createCaller(parts)
  const mayStayHere = isLoopback(readBaseUrl(parts.baseUrl))
  return {
    async getBranch({ signal } = {}) {
      return readJson(zBranch, await get(BRANCH, 'application/json', signal))
    },
    async listChanges({ cursor, limit }, { signal } = {}) {
      const query = new URLSearchParams({ ...(cursor === null ? {} : { cursor }), limit: String(limit) })
      return readJson(zPage, await get(`v1/changes?${query.toString()}`, 'application/json', signal))
    },
    openPokes: ({ signal }) => open('v1/changes/poke', 'text/event-stream', signal),
    async getInvoiceDocument(invoiceId) {
      const reply = await get(`v1/invoices/${encodeURIComponent(invoiceId)}/document`, 'application/pdf')
      if (!reply.ok) return reply
      return reply.value.contentType === 'application/pdf' ? { ok: true, value: reply.value.body } : apiFailure('not-an-answer')
    },
    async reportHeartbeat(heartbeat) {
      return readJson(zDirectives, await post('v1/heartbeats', JSON.stringify(heartbeat)))
    },
    async deliverCommand({ id, body }, { signal } = {}) {
      const options = { headers: { 'idempotency-key': id }, signal, judge: judgeDelivery }
      return readReceipt(id, await post('v1/commands', body, options))
    },
    async openPayment({ key, body }, { signal } = {}) {
      const options = { headers: { 'idempotency-key': key }, signal, judge: judgeOpening }
      return readIntent(await post('v1/payments', body, options), { mayStayHere })
    },
    async getPayment(paymentId, { signal } = {}) {
      return readIntent(await get(`v1/payments/${encodeURIComponent(paymentId)}`, 'application/json', signal), { mayStayHere, paymentId })
    },
    customers: createCustomersApi(forCustomer, mayStayHere),
    close,
  }
}
