import { majorUnits } from '../../../shared/domain/money.ts'
import { writtenOfClaim } from '../../../shared/domain/requestText.ts'
import { typedNumber } from '../../../shared/domain/typedNumber.ts'
import { success } from '../../../shared/result.ts'
import { readAboutTopic } from '../aboutTopic.ts'
import type { FormType } from '../filingType.ts'
import { reachOf } from '../replyTo.ts'

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
  refill: (payload, { zone, locale }) => ({
    ...{ kind: 'claim', topicId: payload.topicId, text: writtenOfClaim(payload), invoiceId: payload.invoiceId ?? '', addsTo: payload.addsTo ?? '' },
    reading: payload.reading == null ? '' : typedNumber(payload.reading, locale),
    disputedAmount: payload.disputedAmount === undefined ? '' : typedNumber(majorUnits(payload.disputedAmount, zone.currency), locale),
    ...reachOf(payload.replyTo),
  }),
}
