import { isLoopback } from './address.ts'

/** The host of a page alone, port and all, for what must not tell the rest of its address. */
export const hostName = (address: string): string | null => (URL.canParse(address) ? new URL(address).host || null : null)

/** What a page of the bank or of the utility is called where people read it: its host, as a phone shows it. One on this machine can be typed into a browser here. */
export function pageName(address: string): string {
  if (!URL.canParse(address)) return ''
  const url = new URL(address)
  return isLoopback(url) ? url.href : url.host
}
