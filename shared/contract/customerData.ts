import { z } from 'zod'
import { invoiceDeliveries } from '../domain/invoiceDeliveryFields.ts'
import { accountHeader } from './account.ts'
import { call, heardBy } from './define.ts'
import { registrationRules } from './kiosk.ts'
import { requestState } from './requests.ts'
import { codeSent } from './signIn.ts'
import { identifier, instant, nothing } from './values.ts'

const typed = z.string().max(1_000)
/** Never stored, logged or answered. */
const secret = z.string().max(1_000)

export const customerDataShown = z.object({
  account: accountHeader,
  /** What the utility has of the account; null where it has none. */
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** These, the telephone that was asked for and the login can be read as they are: asked for with `whole`. */
  canBeWhole: z.boolean(),
  /** Another telephone was asked for at this kiosk, and the utility's data do not show it yet. */
  asked: z.object({ phone: z.string(), folio: z.string(), at: instant, state: requestState }).nullable(),
  delivery: z.enum(invoiceDeliveries),
  /** Whoever is signed in; null for whoever holds a bill. */
  customer: z
    .object({
      /** The address with which they sign in. */
      login: z.string(),
      /** The utility lets them change it, and their password, here. */
      canChange: z.boolean(),
      password: registrationRules.shape.password,
    })
    .nullable(),
})
export type CustomerDataShown = z.infer<typeof customerDataShown>

/** Problems of each change: not-allowed, not-offered, office-offline, office-throttled, office-refused, utility-busy, signed-out, not-set-up, out-of-service. */
export const customerDataCalls = {
  ...heardBy('served', {
    /** `whole`: not masked, where the person may read it so. */
    'customerData.show': call(z.strictObject({ accountId: identifier, whole: z.boolean() }), customerDataShown),
  }),
  ...heardBy('themselves', {
    /**
     * `passwordAgain`: null where the new one could be read. Problems besides: invalid-fields (`current`, `password`, `passwordAgain`), wrong-password,
     * password-refused, change-unsure.
     */
    'customerData.changePassword': call(z.strictObject({ current: secret, password: secret, passwordAgain: secret.nullable() }), nothing),
    /** A code goes to the new address, a notice to the old one. Problems besides: invalid-fields (`email`, `password`), wrong-password. */
    'customerData.askForEmail': call(z.strictObject({ email: typed, password: secret }), codeSent),
    /** The address that was asked for last in this visit. Problems besides: invalid-fields (`code`), wrong-code, code-expired, change-unsure. */
    'customerData.confirmEmail': call(z.strictObject({ code: typed }), nothing),
  }),
}
