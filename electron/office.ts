import type { HandlersOf } from '../shared/contract/index.ts'
import type { Background } from './background.ts'
import type { Core } from './core.ts'
import type { CustomerKeys } from './customers/customerKeys.ts'
import { createRegistrations } from './customers/registrations.ts'
import { createRenewals } from './customers/renewals.ts'
import { createActivationService } from './services/activation.ts'
import { createRegistrationService } from './services/registration.ts'
import { createRenewalService } from './services/renewal.ts'
import { createSignInService } from './services/signIn.ts'
import type { Counter } from './session/counter.ts'
import { createSignInThrottle } from './session/signInThrottle.ts'
import type { Throttle } from './session/throttle.ts'

interface Given {
  counter: Counter
  background: Background
  keys: CustomerKeys
  /** Of look-ups: what proves an account there proves it here. */
  guesses: Throttle
}

/** What a customer does at the utility's online office. */
export function buildOffice({ db, clock, log, audit, api }: Core, { counter, background, keys, guesses }: Given): HandlersOf<'signIn' | 'registration'> {
  const throttle = createSignInThrottle({ db, clock, log })
  const reach = {
    api: api?.customers ?? null,
    isOnline: () => background.kiosk.status().online,
    isOutOfService: background.health.outOfService,
  }
  const renewals = createRenewals(counter)
  const registrations = createRegistrations(counter)
  const isReady = (): boolean => background.kiosk.status().data === 'ready'
  return {
    ...createSignInService({ db, audit, counter, keys, throttle, renewals, ...reach }),
    ...createRegistrationService({ db, clock, audit, counter, throttle: guesses, isReady, registrations, ...reach }),
    ...createActivationService({ db, clock, audit, counter, registrations, ...reach }),
    ...createRenewalService({ db, audit, counter, renewals, wait: throttle.remaining, ...reach }),
  }
}
