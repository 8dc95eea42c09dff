import { z } from 'zod'
import { identifier as id } from '../../shared/contract/values.ts'
import type { Registration } from '../../shared/utility-api/generated/types.gen.ts'
import { zCodeSent, zCustomerSession, zRegistrationState, zRequestPasswordRenewalResponse } from '../../shared/utility-api/generated/zod.gen.ts'
import { shorten } from '../bounds/shorten.ts'
import type { Caller } from './caller.ts'
import { zPage, type Page } from './changePage.ts'
import type { Reply } from './exchange.ts'
import { apiFailure, type ApiOutcome } from './outcome.ts'
import { usablePage } from './phonePage.ts'
import { isWebPage, refusalOf } from './refusal.ts'
import { judgeStatus, readJson, retryAfter, type Judge } from './reply.ts'

/** The utility's secret for somebody who is signed in. Null: it speaks contract 1.0, which has none, and nothing can be asked under it. */
export interface CustomerKey {
  sessionId: string
  sessionToken: string
}

/** More accounts than anybody's are not looked at. */
const MOST_ACCOUNTS = 500
/** Bytes. It is understood on the main thread, while somebody waits; decades of bills need less. */
const MOST_OF_ACCOUNT = 4 * 1024 * 1024
/** A token travels in a header. */
const token = z.string().regex(/^[\x21-\x7e]{1,4096}$/)
const line = (characters: number) => z.string().transform((text) => shorten(text, { characters, lines: 1 }))
/** The default of the contract. */
const CODE_LENGTH = 6
const codeLength = z.int().min(1).max(12).catch(CODE_LENGTH)

const zSignedIn = zCustomerSession.extend({
  customerId: id,
  name: line(200),
  email: line(254),
  // Each once, and none that is no identifier.
  accountIds: z.array(z.unknown()).transform((ids) => [...new Set(ids.flatMap((each) => id.safeParse(each).data ?? []))].slice(0, MOST_ACCOUNTS)),
  lastSignInAt: z.iso.datetime().nullish().catch(null),
  sessionId: id.optional(),
  sessionToken: token.optional(),
})
export type SignedIn = z.infer<typeof zSignedIn>
const zKey = z.object({ sessionId: id, sessionToken: token })

const zState = zRegistrationState.extend({
  registrationId: id,
  maskedEmail: line(120),
  codeLength,
  activationUrl: z.string().optional().catch(undefined),
})
/** `activationUrl`: null where there is no page that a person may be sent to. */
export type RegistrationStanding = Omit<z.infer<typeof zState>, 'activationUrl'> & { activationUrl: string | null }

const zSent = zCodeSent.extend({ maskedEmail: line(120), codeLength })
export type EmailChangeAsked = z.infer<typeof zSent>

const zRenewal = zRequestPasswordRenewalResponse.extend({ renewalId: id, codeLength })
export type RenewalAsked = z.infer<typeof zRenewal>

interface Chosen {
  code: string
  password: string
  /** Idempotency key: the same again for the same try. */
  key: string
}

/** The utility's online office. Passwords, codes and tokens are in these calls and nowhere else: nothing of them is logged or kept. */
export interface CustomersApi {
  register(registration: Registration, key: string): Promise<ApiOutcome<RegistrationStanding>>
  getRegistration(registrationId: string): Promise<ApiOutcome<RegistrationStanding>>
  changeEmail(registrationId: string, email: string): Promise<ApiOutcome<RegistrationStanding>>
  sendCodeAgain(registrationId: string): Promise<ApiOutcome<RegistrationStanding>>
  activate(registrationId: string, chosen: Chosen): Promise<ApiOutcome<null>>
  signIn(who: { login: string; password: string }): Promise<ApiOutcome<SignedIn>>
  signOut(customer: CustomerKey): Promise<ApiOutcome<null>>
  changePassword(customer: CustomerKey, passwords: { current: string; password: string }): Promise<ApiOutcome<null>>
  askForEmailChange(customer: CustomerKey, change: { email: string; password: string }): Promise<ApiOutcome<EmailChangeAsked>>
  confirmEmailChange(customer: CustomerKey, code: string): Promise<ApiOutcome<null>>
  /** An account of theirs that this branch's feed does not hold, as it stands. */
  readAccount(customer: CustomerKey, accountId: string, call?: { signal?: AbortSignal }): Promise<ApiOutcome<Page>>
  askForRenewal(login: string): Promise<ApiOutcome<RenewalAsked>>
  renew(renewalId: string, chosen: Chosen): Promise<ApiOutcome<null>>
}

/**
 * @param call of this kiosk, whose 401 may speak of the customer
 * @param mayStayHere the utility is on this machine, and so may the page for the customer's telephone be
 */
export function createCustomersApi(call: Caller['forCustomer'], mayStayHere: boolean): CustomersApi {
  const part = encodeURIComponent
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    call({ method, path: `v1/${path}`, body, headers, signal, judge: judgeCustomers })
  const within = ({ sessionId }: CustomerKey, rest = ''): string => `sessions/${part(sessionId)}${rest}`
  const under = ({ sessionToken }: CustomerKey) => ({ 'customer-session': sessionToken })
  function readState(reply: ApiOutcome<Reply>): ApiOutcome<RegistrationStanding> {
    const read = readJson(zState, reply)
    if (!read.ok) return read
    return { ok: true, value: { ...read.value, activationUrl: usablePage(read.value.activationUrl ?? '', mayStayHere) } }
  }
  const signOut: CustomersApi['signOut'] = async (customer) => done(await ask('DELETE', within(customer), undefined, under(customer)))
  const once = (key: string) => ({ 'idempotency-key': key })
  return {
    register: async (registration, key) => readState(await ask('POST', 'registrations', registration, once(key))),
    getRegistration: async (registration) => readState(await ask('GET', `registrations/${part(registration)}`)),
    changeEmail: async (registration, email) => readState(await ask('PATCH', `registrations/${part(registration)}`, { email })),
    sendCodeAgain: async (registration) => readState(await ask('POST', `registrations/${part(registration)}/code`)),
    activate: async (registration, { key, ...chosen }) => done(await ask('POST', `registrations/${part(registration)}/activation`, chosen, once(key))),
    async signIn(who) {
      const reply = await ask('POST', 'sessions', who)
      const read = readJson(zSignedIn, reply)
      // Nobody is signed in by an answer that is not understood: the utility is told so.
      const key = read.ok ? null : readJson(zKey, reply)
      if (key?.ok) void signOut(key.value)
      return read
    },
    signOut,
    changePassword: async (customer, passwords) => done(await ask('PUT', within(customer, '/password'), passwords, under(customer))),
    askForEmailChange: async (customer, change) => readJson(zSent, await ask('POST', within(customer, '/email'), change, under(customer))),
    confirmEmailChange: async (customer, code) => done(await ask('PUT', within(customer, '/email'), { code }, under(customer))),
    async readAccount(customer, accountId, { signal } = {}) {
      const reply = await ask('GET', within(customer, `/accounts/${part(accountId)}/changes`), undefined, under(customer), signal)
      if (reply.ok && reply.value.body.length > MOST_OF_ACCOUNT) return apiFailure('too-large')
      return readJson(zPage, reply)
    },
    askForRenewal: async (login) => readJson(zRenewal, await ask('POST', 'password-renewals', { login })),
    renew: async (renewalId, { key, ...chosen }) => done(await ask('PUT', `password-renewals/${part(renewalId)}`, chosen, once(key))),
  }
}

/** 204 and nothing else: a page that anybody puts before the utility is no answer of its. */
function done(reply: ApiOutcome<Reply>): ApiOutcome<null> {
  if (!reply.ok) return reply
  return reply.value.status === 204 ? { ok: true, value: null } : apiFailure('not-an-answer', { status: reply.value.status })
}

/** A 404 is an address that the utility does not have: contract 1.0 has fewer. */
const judgeCustomers: Judge = (reply, now) => {
  const { status } = reply
  if (isWebPage(reply)) return apiFailure('not-an-answer', { status })
  if (status === 200 || status === 201 || status === 202 || status === 204) return { ok: true, value: reply }
  if (status === 408 || status === 409) return { ...apiFailure('busy', { status }), ...retryAfter(reply, now) }
  const refusal = [401, 403, 410, 422].includes(status) ? refusalOf(reply) : null
  if (!refusal) return judgeStatus(reply, now)
  return apiFailure(status === 401 ? 'unauthorized' : 'refused', { status, refusal })
}
