import { z } from 'zod'

/** Every expected failure, once. The renderer has words and a next step for each (`renderer/locales/*`, under `problems`). */
export const problemCodes = [
  // The call itself
  'bad-request', // not what the contract says; nobody who uses the screens sees it
  'not-allowed', // the session does not hold this
  'not-found',
  'account-withdrawn', // the session holds it, and the utility has withdrawn it meanwhile
  'internal', // a bug; `incidentId` is in the log
  'disconnected', // the page lost the program behind it
  // What was typed
  'invalid-fields', // `fields` says which and how
  'no-match', // no invoice with these data: never says which datum was wrong
  'numbers-swapped', // each has the form of the other: judged before any look-up
  'wrong-check-digit', // the number after the hyphen does not belong to the account
  'throttled', // too many misses; `retryAfterSeconds`
  'unknown-code', // what was scanned is no code of a bill or receipt: judged by its form alone
  'ambiguous-code', // what was scanned is of more than one invoice, and nothing says which
  'contract-limit', // the bill is right, and the visit holds as many accounts as it may
  // The data
  'preparing-data', // the first load is not complete
  'search-failed', // customers cannot be searched just now
  'not-set-up', // no address of the utility, or the branch was never heard of
  // Filing
  'cannot-store', // the disk is full or fails: nothing was filed or changed
  'not-enrolled', // the utility has not yet said which branch this is: no folio can be given
  'other-machine', // the data directory comes from another machine: no folio until it is enrolled anew
  'folios-exhausted', // no folio is left for the moment; `retryAfterSeconds`
  'notice-changed', // the privacy notice on the form is no longer the one in force
  'consent-changed', // the consent on the form is not in force, or what the utility knows of the account allows it no longer
  'message-limit', // as many messages as may be written without an account
  'no-such-folio',
  'not-refused', // the utility has not refused it: there is nothing to correct or close
  'settled-already', // somebody has corrected or closed it
  'not-correctable', // of its kind nothing is filed in another's place, or it cannot be read
  'out-of-service',
  // Paper
  'printer-offline',
  'printer-attention', // paper, toner, cover, jam: the job's `attention` says which
  'printer-refused', // the printer answered that it does not take the document
  'job-finished', // too late to cancel or to ask
  'job-not-finished', // it is still on its way: there is nothing to print again
  'not-reprintable', // what it printed cannot be drawn again, or is given once
  'sheet-limit-visit',
  'sheet-limit-document', // it has more sheets than a visit may print
  'sheet-limit-account',
  'sheet-limit-day', // of papers that anybody may have, at this kiosk
  'document-failed',
  'no-place-to-save',
  'save-failed',
  'save-limit-visit', // as many files as a visit may leave
  'place-full', // no room on the stick or in the folder
  'voice-unavailable', // nothing can be said aloud
  'voice-busy', // a later text took its place, or too many came at once: the page stays silent
  'phone-unavailable', // documents cannot be served to phones just now
  'nothing-owed',
  'paid-meanwhile', // of several that were chosen
  'outdated-invoice', // the utility has changed it, and the change cannot be read here
  // Paying on one's own phone
  'utility-offline', // it can be had only while the utility answers
  'bank-unknown', // it takes no such payments, or is gone
  'already-paid', // one of the invoices was paid here, and the account does not show it yet
  'payment-not-opened', // no answer that can be used: nothing was charged, and asking again does no harm
  'payment-refused', // the utility takes no payment of it; `reason` is its own word
  'amount-differs', // the utility asks for another amount than the screen says
  'payment-unusable', // the bank's page is none that a person may be sent to
  // The utility's online office
  'office-offline', // nobody registers or signs in while the utility cannot be asked
  'office-throttled', // too many tries, here or there; `retryAfterSeconds`
  'wrong-login', // it knows nobody with that login and password: never says which was wrong
  'wrong-password', // of who is signed in
  'signed-out', // it has ended the sign-in
  'utility-busy', // it answers nothing useful just now; `retryAfterSeconds` where it says when
  'not-offered', // this utility does not have it
  'proof-refused', // account and proof do not belong together: never says which was wrong
  'wrong-code',
  'code-expired', // too late, too many tries, or done already
  'password-refused', // why in `reason`, in the utility's words
  'office-refused', // the same of anything else
  'wrong-pin', // never says whether that clerk is still there; `retryAfterSeconds` where the next try has to wait
  'pin-throttled', // too many tries, or one is being judged; `retryAfterSeconds`
  'day-changed', // something else is counted of the day than what was to be signed
  'change-unsure', // the answer to a change was lost, and the utility takes it no second time: it may be done
] as const

export const problemCode = z.enum(problemCodes)
/** So many sheets as may be printed are printed: to ask again changes nothing. */
export const isSheetLimit = (code: ProblemCode): boolean => code.startsWith('sheet-limit-')

export type ProblemCode = z.infer<typeof problemCode>

/** Why a field is not accepted; words for each are under `fields` in the locales. */
export const fieldProblem = z.enum([
  'empty',
  'too-long',
  'too-short',
  'not-digits',
  'bad-characters',
  'unknown-zone',
  'pattern',
  'unknown-topic',
  'unknown-invoice',
  'unknown-document', // the zone has no such document for this kind of holder
  'not-a-number',
  'no-way-to-answer', // neither address nor telephone, where an answer is wanted
  'email-no-at',
  'email-two-ats',
  'email-space',
  'email-nothing-before',
  'email-nothing-after',
  'email-no-dot',
  'email-comma',
  'email-dot-at-end',
  'email-dots',
  'email-sign',
  'email-accent',
  'email-brackets',
  'email-domain',
  'email-too-long',
  'email-too-long-before',
  'phone-letters',
  'phone-sign',
  'phone-plus',
  'phone-too-short',
  'phone-too-long',
  'phone-zeros', // and nothing else: nobody has it
  'phone-extension',
  'not-a-folio', // it does not look like one
  'unknown-number', // no folio of ours, and no request filed here is known to the utility by it
  'folio-check', // it looks like one, but a digit is wrong
  'date-order', // the first day is after the last
  'date-too-early', // before anything is known of the account; `day` is the first that can be had
  'date-future', // `day` is the last that can be had
  'date-past', // `day` is the first that can be had
  'not-a-date',
  'as-today', // it is so already
  'no-decimals', // of a meter of which only whole numbers are read
  'too-many-decimals', // more than are read of this meter, or than the currency has
  'nothing-disputed', // an amount of zero
  'unknown-claim', // the account has no open claim with this folio
  'more-than-total', // of the invoice that it is about
  'outside-window', // not on a day on which the customer may bring a reading
  'reading-known', // there is one of today already
  'password-short',
  'password-long',
  'password-common', // it is known, or guessed at once
  'password-personal', // made of the person's own data
  'password-pattern', // the zone's own rule
  'not-repeated', // the second is another than the first
  'not-accepted', // a box that has to be ticked
  'bad-user-name',
  'refused', // by the utility: the problem's `reason` says why
  'other-meter', // the account has another meter than the form showed
])
export type FieldProblem = z.infer<typeof fieldProblem>

export const problem = z.strictObject({
  code: problemCode,
  fields: z.array(z.strictObject({ field: z.string(), problem: fieldProblem, day: z.iso.date().optional() })).optional(),
  retryAfterSeconds: z.int().nonnegative().optional(),
  incidentId: z.string().optional(),
  /** In the utility's words, shortened to 300 letters; one letter is several characters here where marks pile up on it. */
  reason: z
    .string()
    .max(4 * 300)
    .optional(),
})
export type Problem = z.infer<typeof problem>
