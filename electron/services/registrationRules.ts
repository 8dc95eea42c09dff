import type { RegistrationRules } from '../../shared/contract/kiosk.ts'
import { holderDocuments } from '../../shared/domain/holderDocuments.ts'
import { passwordRule } from '../../shared/domain/password.ts'
import type { Zone } from '../../shared/utility-api/generated/types.gen.ts'

/** A zone that does not say how its customers prove an account takes what every customer has in the hand: a bill. */
export const registrationRulesOf = (zone: Zone): RegistrationRules => ({
  proof: zone.registrationProof ?? 'invoice',
  passwordAtOnce: zone.passwordAtOnce ?? false,
  documents: holderDocuments(zone),
  formerPortal: zone.formerPortal ?? false,
  password: passwordRule(zone.password),
})
