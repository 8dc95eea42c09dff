import type { FilingType } from '../filingType.ts'

export const invoiceDelivery: FilingType<'invoiceDelivery'> = {
  facts: ({ delivery }, writer) => [['delivery', writer.choice('deliveries', delivery)]],
  text: () => '',
}
