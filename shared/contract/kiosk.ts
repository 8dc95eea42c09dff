import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { keypad } from './keypad.ts'
import { notice } from './notices.ts'
import { printerRole } from './printing.ts'
import { identifier, instant, nothing } from './values.ts'

export const identifierRule = z.object({
  label: z.string().nullable(),
  /** Over the significant characters, capitals. */
  pattern: z.string().nullable(),
  help: z.string().nullable(),
})

/** How a customer of a zone registers. */
export const registrationRules = z.object({
  /** By what they show that the account is theirs. */
  proof: z.enum(['invoice', 'document', 'meter']),
  /** The password is chosen while registering; no code is sent. */
  passwordAtOnce: z.boolean(),
  documents: z.object({ person: z.array(z.string()), company: z.array(z.string()) }),
  /** Registrations of a former portal are not valid. */
  formerPortal: z.boolean(),
  /** Of a password: lengths in characters; `pattern` over all of it; `description` in the utility's words. */
  password: z.object({ minLength: z.int(), maxLength: z.int(), pattern: z.string().nullable(), description: z.string().nullable() }),
})
export type RegistrationRules = z.infer<typeof registrationRules>

export const zone = z.object({
  id: identifier,
  name: z.string(),
  cities: z.array(z.string()),
  company: z.string(),
  service: z.enum(['gas', 'water']),
  currency: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  emergencyPhone: z.string().nullable(),
  /** Of the company, for everything but emergencies. */
  phone: z.string().nullable(),
  /** Where a customer goes next who is not answered; days in which a claim is answered, where the zone has that rule. */
  regulator: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  claimBusinessDays: z.int().positive().nullable(),
  account: identifierRule,
  invoice: identifierRule,
  registration: registrationRules,
})
export type Zone = z.infer<typeof zone>

export const screenMode = z.enum(['kiosk', 'counter'])

export const kioskDescription = z.object({
  version: z.string(),
  /** At a `counter` the screens of clerks come first. */
  mode: screenMode,
  /** The sandbox is what answers: the screen says so. */
  sampleData: z.boolean(),
  /** An address of the utility's API is configured (or the sandbox runs). */
  configured: z.boolean(),
  /** Null until the utility has said which branch this is. */
  branch: z.object({ name: z.string(), timeZone: z.string() }).nullable(),
  homeZoneId: identifier.nullable(),
  zones: z.array(zone),
  /** The roles whose printer the branch has. */
  printers: z.array(printerRole),
  /** Started with `--diagnostics`: *Estado del equipo* is open to whoever stands there. */
  diagnostics: z.boolean(),
  /** The branch has one that reads bars and QR codes: the screens say so. It is heard in any case. */
  scanner: z.boolean(),
  /** Documents can be taken away on a phone. */
  phone: z.boolean(),
  /** It has a voice: what is on the screen can be listened to. */
  speech: z.boolean(),
  keypad,
})
export type KioskDescription = z.infer<typeof kioskDescription>

export const kioskStatus = z.object({
  online: z.boolean(),
  data: z.enum(['preparing', 'ready']),
  /** When the cache last knew itself to be level with the utility. */
  dataAsOf: instant.nullable(),
  /** Changes loaded so far, while preparing. */
  changesLoaded: z.int(),
  /**
   * Whether something can be filed: `not-enrolled` before the utility has said which branch this is, `other-machine` where the data
   * directory comes from another machine or is a copy, until the utility enrols it anew.
   */
  filing: z.enum(['open', 'not-enrolled', 'other-machine']),
  /** The fleet's owner took this kiosk out of service: customers are sent to the counter. */
  outOfService: z.boolean(),
  /** Headphones are plugged in, where the kiosk can tell. */
  headphones: z.boolean(),
})
export type KioskStatus = z.infer<typeof kioskStatus>

export const legalText = z.object({
  id: identifier,
  version: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  /** CommonMark without HTML. */
  body: z.string(),
})
export type LegalText = z.infer<typeof legalText>

export const kioskCalls = heardBy('everybody', {
  'kiosk.describe': call(nothing, kioskDescription),
  'kiosk.status': call(nothing, kioskStatus),
  'kiosk.notices': call(nothing, z.object({ notices: z.array(notice) })),
  /** Of the company that serves that account; without one, of the branch's own zone. Problems: not-allowed, not-found. */
  'kiosk.privacyNotice': call(z.strictObject({ language: z.string().max(20), accountId: identifier.nullable() }), legalText),
  /** A bug of the renderer: name and stack only, never what was typed. Answers the id that the screen shows. */
  'kiosk.reportBug': call(z.strictObject({ name: z.string().max(200), stack: z.string().max(8000) }), z.object({ incidentId: z.string() })),
})

export const kioskEvents = {
  'kiosk.described': kioskDescription,
  'kiosk.status': kioskStatus,
}
