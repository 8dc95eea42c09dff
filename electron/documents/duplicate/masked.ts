import { addressLines, holderName } from '../../../shared/domain/holder.ts'
import { maskAddress, maskName } from '../../../shared/domain/masking.ts'
import type { Account, Invoice } from '../../../shared/utility-api/generated/types.gen.ts'

type Fiscal = NonNullable<Invoice['fiscal']>

/** Of whom it is as much as a screen may show: whoever holds a bill in the hand has not proved to be its holder. */
export const maskedAccount = (account: Account): Account => {
  const [street = '', neighbourhood = ''] = addressLines(account.supplyAddress).slice(0, 2).map(maskAddress)
  return {
    ...account,
    holder: { ...account.holder, kind: 'company', companyName: maskName(holderName(account.holder)) },
    supplyAddress: { street, neighbourhood, city: '' },
  }
}

export const maskedInvoice = (invoice: Invoice): Invoice => (invoice.fiscal ? { ...invoice, fiscal: maskedFiscal(invoice.fiscal) } : invoice)

/** The receiver's tax number stands in the address of verification too (with its `&` or `Ñ` as addresses write them), which then verifies nothing. */
function maskedFiscal({ receiver, ...fiscal }: Fiscal): Fiscal {
  if (!receiver) return fiscal
  const { name, taxId } = receiver
  const spellings = [taxId, taxId.replaceAll('&', '&amp;'), encodeURIComponent(taxId)].filter(Boolean)
  const withoutTaxId = (text: string): string => spellings.reduce((rest, spelling) => rest.replaceAll(spelling, 'X'.repeat(taxId.length)), text)
  return {
    ...fiscal,
    receiver: { name: maskName(name), taxId: maskName(taxId) },
    verificationUrl: withoutTaxId(fiscal.verificationUrl),
    ...(fiscal.originalChain !== undefined && { originalChain: withoutTaxId(fiscal.originalChain) }),
  }
}
