import { z } from 'zod'
import { call, heardBy } from './define.ts'
import { attention } from './printing.ts'
import { instant, nothing } from './values.ts'

/** What a program cannot judge by itself: somebody who stands at the machine says whether it works. */
export const judgedByPerson = z.enum(['scanner', 'sound', 'touch'])
export type JudgedByPerson = z.infer<typeof judgedByPerson>

/** What a self-test looks at, in the order in which it is told. */
export const selfTestCheck = z.enum(['documentPrinter', 'ticketPrinter', 'network', 'clock', 'disk', 'backup', ...judgedByPerson.options])
export type SelfTestCheck = z.infer<typeof selfTestCheck>

/** Why a check failed. That of a printer is what it waits for. */
export const selfTestCause = z.enum([
  ...attention.options,
  'notSetUp', // no utility is configured
  'unreachable',
  'untrusted', // its certificate is not one that we trust
  'unauthorized', // it does not know this kiosk's credentials
  'noAnswer', // something else answers in its place, or it is out of order
  'clockWrong', // `amount`: seconds ahead of the utility's
  'diskFull', // `amount`: free bytes
  'diskFails', // what was written could not be read back
  'noBackup',
  'oldBackup', // `amount`: seconds
  'unreadableBackup',
  'said', // somebody at the machine says so
])
export type SelfTestCause = z.infer<typeof selfTestCause>

export const checkResult = z.object({
  check: selfTestCheck,
  /** `absent`: this machine has none; `open`: it could not be judged, or nobody has said. */
  outcome: z.enum(['passed', 'failed', 'absent', 'open']),
  /** Null unless it failed. */
  cause: selfTestCause.nullable(),
  amount: z.number().nullable(),
})
export type CheckResult = z.infer<typeof checkResult>

/** `daily`: by itself, before the first customers. */
export const selfTestOccasion = z.enum(['daily', 'asked'])

export const selfTest = z.object({ at: instant, occasion: selfTestOccasion, results: z.array(checkResult) })
export type SelfTest = z.infer<typeof selfTest>

export const selfTestCalls = heardBy('equipment', {
  /** Null before the first one. */
  'selfTest.latest': call(nothing, z.object({ test: selfTest.nullable() })),
  /** Takes some seconds. */
  'selfTest.run': call(nothing, z.object({ test: selfTest })),
  /** What somebody saw, heard or felt; becomes part of the latest one. Problems: not-found (there is none, or no such part). */
  'selfTest.judge': call(z.strictObject({ check: judgedByPerson, works: z.boolean() }), z.object({ test: selfTest })),
})
