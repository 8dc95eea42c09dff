import { isLoopback } from '../api/address.ts'

/** What a bank's page is called where people read it: its host, as a phone shows it. One on this machine can be typed into a browser here. */
export function pageName(checkoutUrl: string): string {
  if (!URL.canParse(checkoutUrl)) return ''
  const url = new URL(checkoutUrl)
  return isLoopback(url) ? url.href : url.host
}
