import { maskName } from '../../../shared/domain/masking.ts'
import type { FilingType } from '../filingType.ts'

export const contact: FilingType<'contact'> = {
  facts: ({ name, accountNumber }) => [
    ['contactName', maskName(name)],
    ['accountNumber', accountNumber],
  ],
  text: ({ text }) => text,
}
