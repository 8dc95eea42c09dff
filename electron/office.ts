import type { HandlersOf } from '../shared/contract/index.ts'
import type { KioskStatus } from '../shared/contract/kiosk.ts'
import type { ApiClient } from './api/client.ts'
import type { Background } from './background.ts'
import type { Core } from './core.ts'
import type { CustomerKeys } from './customers/customerKeys.ts'
import { createCustomerLogins } from './customers/customerLogins.ts'
import { createOfficeAudit } from './customers/officeAudit.ts'
import { createPace, type Pace } from './customers/pace.ts'
import type { BegunRegistration } from './customers/registrations.ts'
import type { OfVisit } from './customers/ofVisit.ts'
import { createRenewals } from './customers/renewals.ts'
import type { VisitAccounts } from './customers/visitAccounts.ts'
import { createActivationService } from './services/activation.ts'
import type { AccountAccess } from './services/accountAccess.ts'
import { createCustomerChanges } from './services/customerChanges.ts'
import { createCustomerDataService } from './services/customerData.ts'
import { createRegistrationService } from './services/registration.ts'
import { createRenewalService } from './services/renewal.ts'
import type { AssistAudit } from './services/assist.ts'
import { createSignInService } from './services/signIn.ts'
import type { Counter } from './session/counter.ts'
import { createSignInThrottle } from './session/signInThrottle.ts'
import type { Throttle } from './session/throttle.ts'

interface Given {
  counter: Counter
  background: { kiosk: { status: () => Pick<KioskStatus, 'online' | 'data'> }; health: Pick<Background['health'], 'outOfService'> }
  keys: CustomerKeys
  accounts: AccountAccess
  visiting: VisitAccounts
  registrations: OfVisit<BegunRegistration>
  /** Of look-ups: what proves an account there proves it here. */
  guesses: Throttle
  assistAudit: AssistAudit
}

/** What a customer does at the utility's online office. */
export function buildOffice(
  {
    db,
    clock,
    log,
    audit,
    settings,
    api,
  }: Pick<Core, 'db' | 'clock' | 'log' | 'audit'> & { settings: Pick<Core['settings'], 'clientSecret'> } & { api: Pick<ApiClient, 'customers'> | null },
  { counter, background, keys, accounts, visiting, registrations, guesses, assistAudit }: Given,
): HandlersOf<'signIn' | 'registration' | 'customerData'> {
  const throttle = createSignInThrottle({ db, clock, log, secret: settings.clientSecret ?? '' })
  const reach = {
    api: api?.customers ?? null,
    isOnline: () => background.kiosk.status().online,
    isOutOfService: background.health.outOfService,
  }
  const officeAudit = createOfficeAudit({ db, audit, log })
  const parts = { db, clock, audit: officeAudit, counter, pace: createPaces(clock, counter), ...reach }
  const renewals = createRenewals(counter)
  const logins = createCustomerLogins(counter)
  const isReady = (): boolean => background.kiosk.status().data === 'ready'
  return {
    ...createSignInService({ ...parts, isReady, keys, logins, visiting, throttle, renewals, pace: parts.pace.tries }),
    ...createCustomerDataService({ clock, counter, accounts, keys, logins, audit: assistAudit }),
    ...createCustomerChanges({ ...parts, accounts, keys, logins, throttle }),
    ...createRegistrationService({ ...parts, throttle: guesses, isReady, registrations }),
    ...createActivationService({ ...parts, registrations }),
    ...createRenewalService({ ...parts, renewals, wait: throttle.remaining }),
  }
}

const MINUTE = 60_000

/** Faster than people are; a branch's queue has room in it. */
const createPaces = (clock: Core['clock'], counter: Counter): Record<'codes' | 'tries' | 'looks', Pace> => ({
  codes: createPace({ clock, counter, most: 10, within: 5 * MINUTE }),
  tries: createPace({ clock, counter, most: 20, within: MINUTE }),
  // Every few seconds, while somebody finishes a registration on their phone.
  looks: createPace({ clock, counter, most: 40, within: MINUTE }),
})
