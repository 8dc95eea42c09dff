import { isLoopback } from '../api/address.ts'

/** The host of a page alone, port and all, for what must not tell the rest of its address. */
export const hostName = (address: string): string | null => (URL.canParse(address) ? new URL(address).host || null : null)

/** What a bank's page is called where people read it: its host, as a phone shows it. One on this machine can be typed into a browser here. */
export function pageName(checkoutUrl: string): string {
  if (!URL.canParse(checkoutUrl)) return ''
  const url = new URL(checkoutUrl)
  return isLoopback(url) ? url.href : url.host
}
