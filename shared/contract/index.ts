import type { z } from 'zod'
import type { Result } from '../result.ts'
import { accountCalls } from './account.ts'
import { agreementCalls } from './agreements.ts'
import { assistCalls, assistEvents } from './assist.ts'
import { clerkCalls, clerkEvents } from './clerk.ts'
import { contactCalls } from './contact.ts'
import { contractCalls, contractEvents } from './contracts.ts'
import { customerDataCalls } from './customerData.ts'
import { dayEndCalls } from './dayEnd.ts'
import type { HeardCall } from './define.ts'
import { guideCalls } from './guide.ts'
import { invoiceDeliveryCalls } from './invoiceDelivery.ts'
import { kioskCalls, kioskEvents } from './kiosk.ts'
import { lookupCalls } from './lookup.ts'
import { onlinePaymentCalls, onlinePaymentEvents } from './onlinePayments.ts'
import { outboxCalls } from './outbox.ts'
import { paymentCalls } from './payment.ts'
import { paymentsCalls } from './payments.ts'
import { phoneCalls, phoneEvents } from './phone.ts'
import { previewCalls } from './preview.ts'
import { printingCalls, printingEvents } from './printing.ts'
import { readingCalls } from './reading.ts'
import { registrationCalls } from './registration.ts'
import { requestCalls, requestEvents } from './requests.ts'
import { savingCalls, savingEvents } from './saving.ts'
import { selfTestCalls } from './selfTest.ts'
import { searchCalls } from './search.ts'
import { sessionCalls, sessionEvents } from './session.ts'
import { signInCalls } from './signIn.ts'
import { speechCalls } from './speech.ts'
import { staffCalls } from './staff.ts'
import { statementCalls } from './statement.ts'
import { supplyCalls } from './supply.ts'

/** Everything that the renderer may ask, and who may. A channel that does not stand here does not exist, and one that nobody may call is none. */
export const calls = {
  ...kioskCalls,
  ...sessionCalls,
  ...lookupCalls,
  ...signInCalls,
  ...registrationCalls,
  ...accountCalls,
  ...contractCalls,
  ...requestCalls,
  ...statementCalls,
  ...readingCalls,
  ...supplyCalls,
  ...invoiceDeliveryCalls,
  ...customerDataCalls,
  ...contactCalls,
  ...paymentCalls,
  ...paymentsCalls,
  ...onlinePaymentCalls,
  ...agreementCalls,
  ...guideCalls,
  ...printingCalls,
  ...previewCalls,
  ...savingCalls,
  ...phoneCalls,
  ...speechCalls,
  ...clerkCalls,
  ...searchCalls,
  ...assistCalls,
  ...staffCalls,
  ...selfTestCalls,
  ...outboxCalls,
  ...dayEndCalls,
} satisfies Record<string, HeardCall>

/** Everything that the renderer is told unasked. */
export const events = {
  ...kioskEvents,
  ...sessionEvents,
  ...clerkEvents,
  ...assistEvents,
  ...contractEvents,
  ...requestEvents,
  ...onlinePaymentEvents,
  ...printingEvents,
  ...savingEvents,
  ...phoneEvents,
}

export type Channel = keyof typeof calls
export type RequestOf<C extends Channel> = z.infer<(typeof calls)[C]['request']>
export type AnswerOf<C extends Channel> = z.infer<(typeof calls)[C]['answer']>

export type EventName = keyof typeof events
export type EventOf<E extends EventName> = z.infer<(typeof events)[E]>

/** One side of the contract as an object of functions. */
export type Handlers = {
  [C in Channel]: (request: RequestOf<C>) => Result<AnswerOf<C>> | Promise<Result<AnswerOf<C>>>
}

/** The calls of one area, as its service answers them: `HandlersOf<'account'>`. */
export type HandlersOf<Area extends string> = Pick<Handlers, Extract<Channel, `${Area}.${string}`>>

/** What the preload script or the WebSocket client puts at `window.kiosk`: the only way out of the page. */
export interface KioskBridge {
  call(channel: string, request: unknown): Promise<unknown>
  /** One subscriber; gets every event. */
  subscribe(listener: (name: string, payload: unknown) => void): void
}

export const isChannel = (name: unknown): name is Channel => typeof name === 'string' && Object.hasOwn(calls, name)
