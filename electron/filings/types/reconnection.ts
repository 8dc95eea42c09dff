import { readReconnection } from '../../../shared/domain/reconnectionFields.ts'
import { problemsOf, valueOf } from '../../../shared/domain/typedFields.ts'
import { failure, success } from '../../../shared/result.ts'
import type { FormType } from '../filingType.ts'

export const reconnection: FormType<'reconnection'> = {
  read(form) {
    const fields = readReconnection(form)
    const problems = problemsOf(fields)
    if (problems.length > 0) return failure({ code: 'invalid-fields', fields: problems })
    const notes = valueOf(fields.notes)
    return success({ reason: valueOf(fields.reason), phone: valueOf(fields.phone), ...(notes !== '' && { notes }) })
  },
  facts: ({ reason }, writer) => [['reason', writer.choice('reasons', reason)]],
  text: ({ notes = '' }) => notes,
  refill: ({ reason, phone, notes = '' }) => ({ kind: 'reconnection', reason, phone, notes }),
}
