import type { Address, Holder } from '../utility-api/generated/types.gen.ts'

/** The holder's name as the bill prints it. */
export function holderName(holder: Pick<Holder, 'kind' | 'givenNames' | 'familyName' | 'secondFamilyName' | 'companyName'>): string {
  if (holder.kind === 'company') return holder.companyName ?? ''
  return [holder.givenNames, holder.familyName, holder.secondFamilyName].filter(Boolean).join(' ')
}

/** Street with its numbers, then neighbourhood, then city, state and postal code. */
export function addressLines(address: Address): string[] {
  const street = [address.street, address.exterior, address.interior && `int. ${address.interior}`].filter(Boolean).join(' ')
  const city = [address.postalCode, address.city, address.state].filter(Boolean).join(', ')
  return [street, address.neighbourhood ?? '', city].filter(Boolean)
}
