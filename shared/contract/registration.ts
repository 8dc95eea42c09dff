import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { legalText } from './kiosk.ts'
import { codeSent } from './signIn.ts'
import { identifier, LONGEST_IDENTIFIER, nothing, qrPicture } from './values.ts'

const typed = z.string().max(1_000)
/** Never stored, logged or answered. */
const secret = z.string().max(1_000)
const shownText = z.strictObject({ id: identifier, version: z.string().max(LONGEST_IDENTIFIER) }).nullable()

/** As typed. Problems name the fields. */
export const registrationForm = z.strictObject({
  zoneId: identifier,
  holderKind: z.enum(['person', 'company']),
  accountNumber: typed,
  contractNumber: typed,
  invoiceNumber: typed,
  meterNumber: typed,
  givenNames: typed,
  familyName: typed,
  secondFamilyName: typed,
  companyName: typed,
  documentType: typed,
  documentNumber: typed,
  userName: typed,
  email: typed,
  emailAgain: typed,
  password: secret,
  passwordAgain: secret.nullable(),
  acceptsNotice: z.boolean(),
  acceptsTerms: z.boolean(),
  /** The texts that stood on the form, in the version that was read. */
  notice: shownText,
  terms: shownText,
})
export type RegistrationForm = z.infer<typeof registrationForm>

/** A registration that waits for its code. */
export const waitingRegistration = z.object({
  /** By which its steps are printed. */
  begunId: identifier,
  sent: codeSent,
  /** Finishes it on the customer's own phone; null where the utility has no such page. */
  phone: z.object({ qr: qrPicture, page: z.string() }).nullable(),
})
export type WaitingRegistration = z.infer<typeof waitingRegistration>

export const registrationCalls = heardBy('themselves', {
  /** What is read before one registers, in the zone's words; null where the zone publishes none. */
  'registration.texts': call(
    z.strictObject({ zoneId: identifier, language: z.string().max(20) }),
    z.object({ notice: legalText.nullable(), terms: legalText.nullable(), guide: legalText.nullable() }),
  ),
  /**
   * The same form again after a lost answer registers once. null: the account is active at once.
   * Problems: invalid-fields, proof-refused, notice-changed, office-throttled, office-refused, password-refused, office-offline, utility-busy, not-offered,
   * not-set-up, out-of-service, preparing-data, not-allowed.
   */
  'registration.send': call(registrationForm, z.object({ waiting: waitingRegistration.nullable() })),
  /** Where the registration of this visit stands: it may have been finished on the phone. Problems: not-found, and of the utility. */
  'registration.state': call(nothing, z.object({ status: z.enum(['active', 'awaitingActivation', 'expired']) })),
  /** Another code; earlier ones stay good. Problems: not-found, code-expired, office-throttled, and of the utility. */
  'registration.sendAgain': call(nothing, waitingRegistration),
  /** A new code goes to another address, the old one is void. Problems: invalid-fields (`email`), not-found, code-expired, office-throttled, and of the utility. */
  'registration.changeEmail': call(z.strictObject({ email: typed }), waitingRegistration),
  /** Problems: invalid-fields (`code`, `password`), wrong-code, code-expired, password-refused, not-found, office-throttled, and of the utility. */
  'registration.activate': call(z.strictObject({ code: typed, password: secret, passwordAgain: secret.nullable() }), nothing),
})
