import type { Zone } from '../../../shared/contract/kiosk.ts'
import type { HolderKind } from '../../../shared/domain/holderFields.ts'
import type { KeyboardLayout } from '../../ui/typing/keyboardLayouts.ts'
import type { AskedBeside } from '../lookup/sampleBills.ts'

type Proof = Zone['registration']['proof']
type Name = 'givenNames' | 'familyName' | 'secondFamilyName' | 'companyName'

interface ProofFields {
  /** The number that is asked for beside the account's, and the field that it goes into. */
  asked: AskedBeside
  field: 'invoiceNumber' | 'contractNumber' | 'meterNumber'
  keys: KeyboardLayout
  names: Record<HolderKind, readonly Name[]>
}

/** What a customer is asked for, by how their zone wants it proved that the account is theirs. A company is never asked for family names. */
export const proofFields: Record<Proof, ProofFields> = {
  invoice: { asked: 'invoice', field: 'invoiceNumber', keys: 'invoice', names: { person: [], company: [] } },
  document: { asked: 'contract', field: 'contractNumber', keys: 'invoice', names: { person: ['givenNames'], company: ['companyName'] } },
  meter: { asked: 'meter', field: 'meterNumber', keys: 'invoice', names: { person: ['familyName', 'secondFamilyName'], company: ['companyName'] } },
}
