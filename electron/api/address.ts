const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** The utility's address is not one that customers' data may travel to. */
export class InsecureAddress extends Error {
  override name = 'InsecureAddress'
}

/** The base of every call, ending in a slash. Throws `InsecureAddress` unless it is https, or http on this machine. */
export function readBaseUrl(text: string): URL {
  const url = new URL(text.endsWith('/') ? text : `${text}/`)
  if (!isSecure(url)) throw new InsecureAddress('the utility is reached by https only')
  return url
}

export const isSecure = (url: URL): boolean => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname)
