import { writtenOfClaim } from '../../../shared/domain/requestText.ts'
import { success } from '../../../shared/result.ts'
import { readAboutTopic } from '../aboutTopic.ts'
import type { FormType } from '../filingType.ts'

export const claim: FormType<'claim'> = {
  read(form, parts) {
    const about = readAboutTopic(form, parts)
    if (!about.ok) return about
    const { common, invoiceId, reading, disputedAmount, addsTo } = about.value
    return success({ ...common, invoiceId, reading, ...(disputedAmount !== null && { disputedAmount }), ...(addsTo !== null && { addsTo }) })
  },
  facts: ({ reading, disputedAmount, addsTo }, writer) => [
    ['addsTo', addsTo],
    ['invoice', writer.invoiceNumber],
    ['reading', reading == null ? null : writer.meterReading(reading)],
    ['disputed', disputedAmount === undefined ? null : writer.amount(disputedAmount)],
  ],
  text: writtenOfClaim,
}
