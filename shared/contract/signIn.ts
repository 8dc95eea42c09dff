import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { identifier, instant, nothing } from './values.ts'

/** As typed, of any length that a keyboard gives in a hurry. */
const login = z.string().min(1).max(1_000)
/** Never stored, logged or answered. */
const password = z.string().min(1).max(1_000)
const code = z.string().min(1).max(40)

/** Who is signed in, in their own words. */
export const signedIn = z.object({
  name: z.string(),
  /** The time before this one; null for the first, or where the utility does not say. */
  lastSignInAt: instant.nullable(),
  /** The accounts of theirs that can be shown here; `elsewhere`: so many more cannot. */
  accounts: z.array(z.object({ accountId: identifier, zoneId: identifier })),
  elsewhere: z.int(),
  /** Another try may bring some of them (`contracts.readAgain`). */
  again: z.boolean(),
})
export type SignedIn = z.infer<typeof signedIn>

/** A code of so many digits went out by e-mail. */
export const codeSent = z.object({
  /** Null where the utility does not say to whom, so that nobody learns who has a login. */
  maskedEmail: z.string().nullable(),
  codeLength: z.int(),
  expiresAt: instant.nullable(),
})
export type CodeSent = z.infer<typeof codeSent>

export const signInCalls = heardBy('themselves', {
  /**
   * `renewal`: the login is of the former portal, a code is on its way, and the next call is `signIn.renew`.
   * Problems: wrong-login, preparing-data, office-throttled, office-offline, utility-busy, not-offered, not-set-up, out-of-service, not-allowed.
   */
  'signIn.enter': call(
    z.strictObject({ login, password }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('signedIn'), customer: signedIn }),
      z.object({ outcome: z.literal('renewal'), sent: codeSent }),
    ]),
  ),
  /** The person waits for it no longer: whoever is signed in by it, now or a moment ago, is signed out. */
  'signIn.cancel': call(nothing, nothing),
  /** Sends a code to whoever has that login; answers the same where nobody has. Problems: office-throttled, office-offline, utility-busy, not-offered, not-set-up. */
  'signIn.askForRenewal': call(z.strictObject({ login }), codeSent),
  /**
   * A new password for the login that was asked for last in this visit; then one signs in anew.
   * Problems: invalid-fields (`code`, `password`), wrong-code, code-expired, password-refused, office-throttled, office-offline, utility-busy, not-offered, not-set-up, not-allowed.
   */
  'signIn.renew': call(z.strictObject({ code, password }), nothing),
})
