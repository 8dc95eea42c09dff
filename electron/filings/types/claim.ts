import { success } from '../../../shared/result.ts'
import { readAboutTopic } from '../aboutTopic.ts'
import type { FormType } from '../filingType.ts'

export const claim: FormType<'claim'> = {
  read(form, parts) {
    const about = readAboutTopic(form, parts)
    if (!about.ok) return about
    const { common, invoiceId, reading, disputedAmount } = about.value
    return success({ ...common, invoiceId, reading, ...(disputedAmount !== null && { disputedAmount }) })
  },
  facts: ({ reading, disputedAmount }, writer) => [
    ['invoice', writer.invoiceNumber],
    ['reading', reading == null ? null : writer.meterReading(reading)],
    ['disputed', disputedAmount === undefined ? null : writer.amount(disputedAmount)],
  ],
  text: ({ text }) => text,
}
