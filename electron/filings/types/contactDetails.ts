import type { FilingType } from '../filingType.ts'

export const contactDetails: FilingType<'contactDetails'> = {
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
}
