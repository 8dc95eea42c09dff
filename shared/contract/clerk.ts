import { z } from 'zod'
import { staffRole } from './audience.ts'
import { call, heardBy } from './define.ts'
import { identifier, nothing } from './values.ts'

/** Digits that are too few are nobody's PIN: they are not compared with any. */
export const SHORTEST_PIN = 6
export const LONGEST_PIN = 20

/** Never stored, logged or answered. */
const pin = z.string().regex(new RegExp(`^\\d{${SHORTEST_PIN},${LONGEST_PIN}}$`))
const entry = z.strictObject({ clerkId: identifier, pin })

/** Who of the staff is signed in. `locked`: the screen waits for a PIN. */
export const clerkHere = z.object({ clerkId: identifier, name: z.string(), roles: z.array(staffRole), locked: z.boolean() })
export type ClerkHere = z.infer<typeof clerkHere>

export const clerkCalls = {
  ...heardBy('everybody', {
    /** Those who can sign in, in order of their names. */
    'clerk.list': call(nothing, z.object({ clerks: z.array(z.object({ clerkId: identifier, name: z.string() })) })),
  }),
  ...heardBy('themselves', {
    /**
     * The visit ends, and another session begins, which is the clerk's: `session.ended` tells it. Problems: wrong-pin (the same where the clerk is
     * gone), pin-throttled, cannot-store, not-allowed.
     */
    'clerk.signIn': call(entry, nothing),
  }),
  ...heardBy('staff', {
    'clerk.lock': call(nothing, nothing),
  }),
  ...heardBy('locked', {
    /**
     * With the PIN of whoever locked it the session goes on. With another clerk's it ends and theirs begins, as after `clerk.signIn`. Problems: those
     * of `clerk.signIn`.
     */
    'clerk.unlock': call(entry, nothing),
  }),
}

export const clerkEvents = {
  /** The session of whoever is signed in was locked, or goes on. */
  'clerk.changed': clerkHere,
}
