import type { FilingType } from '../filingType.ts'

export const reconnection: FilingType<'reconnection'> = {
  facts: ({ reason }, writer) => [['reason', writer.choice('reasons', reason)]],
  text: ({ notes = '' }) => notes,
}
