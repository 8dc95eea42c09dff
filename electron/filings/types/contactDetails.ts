import { readContactDetails } from '../../../shared/domain/contactDetailsFields.ts'
import { invalidFields, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success } from '../../../shared/result.ts'
import { askedPhone } from '../askedPhone.ts'
import type { FormType } from '../filingType.ts'

export const contactDetails: FormType<'contactDetails'> = {
  /** Problems besides: not-allowed for whoever did not sign in. */
  read(form, { db, clock, account, masking }) {
    // What was asked for before may be taken back: until the feed tells of it the telephone of today is another.
    const known = masking === 'masked' || askedPhone(db, account, clock.now()) ? null : (account.phone ?? null)
    const fields = readContactDetails(form, known)
    const wrong = invalidFields(fields)
    if (wrong) return failure(wrong)
    return masking === 'masked' ? failure({ code: 'not-allowed' }) : success({ phone: valueOf(fields.phone) })
  },
  facts: (changed, writer) => [
    [
      'changes',
      (['email', 'phone'] as const)
        .filter((way) => changed[way])
        .map((way) => writer.choice('contacts', way))
        .join(', '),
    ],
  ],
  text: () => '',
  // Only who is signed in says how they are reached.
  refill: null,
}
