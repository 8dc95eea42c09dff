import { businessDate } from '../../../shared/domain/dates.ts'
import { holderName } from '../../../shared/domain/holder.ts'
import { holderDocuments } from '../../../shared/domain/holderDocuments.ts'
import { readHolder } from '../../../shared/domain/holderFields.ts'
import { problemsOf, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success } from '../../../shared/result.ts'
import type { Holder } from '../../../shared/utility-api/generated/types.gen.ts'
import type { FormType } from '../filingType.ts'

export const holderChange: FormType<'holderChange'> = {
  read(form, { clock, zone, locale }) {
    const documents = holderDocuments(zone)[form.holderKind]
    const fields = readHolder(form, { documents, today: businessDate(clock.now(), zone.timeZone), locale })
    const problems = problemsOf(fields)
    if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
    return success({
      newHolder: newHolder(form.holderKind, fields),
      email: valueOf(fields.email),
      phone: valueOf(fields.phone),
      effectiveOn: valueOf(fields.effectiveOn),
    })
  },
  facts: ({ newHolder, effectiveOn }, writer) => [
    ['newHolder', writer.name(holderName(newHolder))],
    ['effectiveOn', writer.date(effectiveOn)],
  ],
  text: () => '',
  // The new holder says who they are, and nobody for them.
  refill: null,
}

/** A company has no family names. */
function newHolder(kind: Holder['kind'], fields: ReturnType<typeof readHolder>): Holder {
  const document = { documentType: valueOf(fields.documentType), documentNumber: valueOf(fields.documentNumber) }
  if (kind === 'company') return { kind, companyName: valueOf(fields.companyName), ...document }
  const secondFamilyName = valueOf(fields.secondFamilyName)
  const names = { givenNames: valueOf(fields.givenNames), familyName: valueOf(fields.familyName) }
  return { kind, ...names, ...(secondFamilyName !== '' && { secondFamilyName }), ...document }
}
