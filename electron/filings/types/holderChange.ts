import { holderName } from '../../../shared/domain/holder.ts'
import { maskName } from '../../../shared/domain/masking.ts'
import type { FilingType } from '../filingType.ts'

export const holderChange: FilingType<'holderChange'> = {
  facts: ({ newHolder, effectiveOn }, writer) => [
    ['newHolder', maskName(holderName(newHolder))],
    ['effectiveOn', writer.date(effectiveOn)],
  ],
  text: () => '',
}
