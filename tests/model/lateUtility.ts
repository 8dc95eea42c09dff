import { AsyncLocalStorage } from 'node:async_hooks'
import type { CustomersApi, RegistrationStanding } from '../../electron/api/customers.ts'
import { apiFailure, type ApiOutcome, type Refusal } from '../../electron/api/outcome.ts'
import { anAccount } from '../fixtures/accounts/branchData.ts'

export const answers = ['good', 'good', 'good', 'refused', 'ended', 'former', 'busy', 'lost'] as const
export type Answer = (typeof answers)[number]

type Call = keyof CustomersApi

/** A call that waits for its answer. */
export interface Asked {
  what: Call
  /** The visit in which the page asked. */
  visit: number
  /** What a good answer tells. */
  told: unknown
  give(answer: Answer): void
}

/** Where everything that the utility tells of a visit says which visit that was: it must be told in no other. */
const mark = (visit: number): string => `V${visit}V`
export const marksIn = (told: unknown): number[] => [...JSON.stringify(told).matchAll(/V(\d+)V/gu)].map(([, visit]) => Number(visit))

/** The accounts of whoever signs in: two of this branch, two that it does not hold. */
const portfolios = [['a-1'], ['a-2', 'far-1'], ['far-1', 'far-2'], ['a-1', 'a-2', 'far-1', 'far-2'], []] as const
export const accountIds = ['a-1', 'a-2', 'far-1', 'far-2'] as const

/** The utility at the port of its API: whatever it is asked waits for the script, which may answer in any order, late, or never. */
export function createLateUtility() {
  const visitOfCall = new AsyncLocalStorage<number>()
  const asked: Asked[] = []
  const mixedUp: string[] = []
  const signedOut = new Set<string>()
  let count = 0

  /** Everything that goes out under a name that another visit was given is a fault. */
  function wait<T>(what: Call, names: readonly string[], good: (visit: number) => T): Promise<ApiOutcome<T>> {
    const visit = visitOfCall.getStore() ?? -1
    for (const name of names) if (marksIn(name).some((mark) => mark !== visit)) mixedUp.push(`${what} of visit ${visit} under ${name}`)
    const { promise, resolve } = Promise.withResolvers<ApiOutcome<T>>()
    const told = good(visit)
    const one: Asked = {
      what,
      visit,
      told,
      give(answer) {
        asked.splice(asked.indexOf(one), 1)
        resolve(answer === 'good' ? { ok: true, value: told } : failing(what, answer, visit))
      },
    }
    asked.push(one)
    return promise
  }
  const next = (visit: number): string => `${mark(visit)}-${++count}`
  const standing = (visit: number, registrationId = next(visit)): RegistrationStanding => ({
    registrationId,
    status: 'awaitingActivation',
    ...sent(visit),
    activationUrl: null,
  })

  const customers: CustomersApi = {
    register: () => wait('register', [], standing),
    getRegistration: (id) => wait('getRegistration', [id], (visit) => standing(visit, id)),
    changeEmail: (id) => wait('changeEmail', [id], (visit) => standing(visit, id)),
    sendCodeAgain: (id) => wait('sendCodeAgain', [id], (visit) => standing(visit, id)),
    activate: (id) => wait('activate', [id], () => null),
    signIn: () => wait('signIn', [], (visit) => customerOf(next(visit), portfolios[count % portfolios.length] ?? [])),
    async signOut({ sessionToken }) {
      signedOut.add(sessionToken)
      return { ok: true, value: null }
    },
    changePassword: ({ sessionToken }) => wait('changePassword', [sessionToken], () => null),
    askForEmailChange: ({ sessionToken }) => wait('askForEmailChange', [sessionToken], sent),
    confirmEmailChange: ({ sessionToken }) => wait('confirmEmailChange', [sessionToken], () => null),
    readAccount: ({ sessionToken }, id) => wait('readAccount', [sessionToken], (visit) => wholeAccount(id, visit)),
    askForRenewal: () => wait('askForRenewal', [], (visit) => ({ renewalId: next(visit), codeLength: 6 })),
    renew: (id) => wait('renew', [id], () => null),
  }
  return {
    customers,
    /** Those that wait, oldest first. */
    asked,
    /** What was asked under something of another visit. */
    mixedUp,
    /** The secrets of sign-ins that the utility was told are over. */
    signedOut,
    /** Makes a call of the page in that visit. */
    inVisit: <T>(visit: number, call: () => T): T => visitOfCall.run(visit, call),
  }
}

const sent = (visit: number) => ({ maskedEmail: `${mark(visit)}@correo.mx`, codeLength: 6, expiresAt: '2026-11-22T16:42:00Z' })

const customerOf = (name: string, accounts: readonly string[]) => ({
  ...{ customerId: name, name, email: `${name}@correo.mx`, lastSignInAt: null },
  ...{ accountIds: [...accounts], sessionId: `s-${name}`, sessionToken: `t-${name}` },
})

function wholeAccount(id: string, visit: number) {
  const holder = { kind: 'person' as const, givenNames: 'Ana', familyName: mark(visit), documentType: 'CURP', documentNumber: '1' }
  const account = anAccount({ id, zoneId: 'zona-monterrey', number: `7${id.at(-1)}`, holder })
  return {
    changes: [{ entity: 'account', op: 'upsert' as const, id, rev: 1, data: { ...account } }],
    cursor: '-',
    hasMore: false,
    serverTime: '2026-11-21T10:00:00Z',
  }
}

const because = (code: string): Refusal => ({ code, detail: '', errors: [] })

function failing(what: Call, answer: Exclude<Answer, 'good'>, visit: number): ApiOutcome<never> {
  switch (answer) {
    case 'refused':
      return what === 'signIn' ? apiFailure('refused', { status: 401 }) : apiFailure('refused', { status: 422, refusal: because('wrong-code') })
    case 'ended':
      return apiFailure('refused', { status: 401, refusal: because('session-ended') })
    case 'former': {
      const renewal = { renewalId: `${mark(visit)}-former`, maskedEmail: `${mark(visit)}@correo.mx` }
      return apiFailure('refused', { status: 403, refusal: { ...because('renewal-required'), renewal } })
    }
    case 'busy':
      return apiFailure('busy', { status: 429, retryAfterMs: 2_000 })
    case 'lost':
      return apiFailure('unreachable')
  }
}
