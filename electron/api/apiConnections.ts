import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici'
import { isLoopback } from './address.ts'

/** No body is larger than this, as it travels and once it is unpacked. */
export const MOST_BYTES = 64 * 1024 * 1024

const limits = { connectTimeout: 10_000, headersTimeout: 30_000, bodyTimeout: 15_000, maxResponseSize: MOST_BYTES }

/** Connections to the utility: through the proxy that the environment names, never for this machine itself. */
export function createConnections(baseUrl: URL, caFile: string | undefined): Dispatcher {
  const tls = caFile ? { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] } : {}
  const options = { ...limits, connect: { ...tls, timeout: limits.connectTimeout } }
  return isLoopback(baseUrl) ? new Agent(options) : new EnvHttpProxyAgent({ ...options, requestTls: tls, proxyTls: tls })
}
