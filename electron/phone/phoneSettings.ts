import { existsSync, readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { z } from 'zod'

const ANY_ADDRESS = new Set(['0.0.0.0', '::'])
const readable = z.string('must be a text').refine(existsSync, 'cannot be read')

interface CertificateFiles {
  certificateFile?: string | undefined
  keyFile?: string | undefined
}

/**
 * Where phones in the branch's network fetch a document. Off unless it is set: the one thing of the kiosk that listens on another address than
 * 127.0.0.1.
 */
export const phoneSettings = z
  .strictObject({
    /** This machine's address in that network. */
    address: z
      .union([z.ipv4(), z.ipv6()], 'must be an IP address of this machine')
      .refine((address) => !ANY_ADDRESS.has(address), 'must be one address of this machine'),
    port: z.int('must be a port').min(1, 'must be a port').max(65_535, 'must be a port'),
    /** By which the certificate knows this machine, and needed with one; the address unless given. */
    host: z.hostname('is not the name of a host').optional(),
    certificateFile: readable.optional(),
    keyFile: readable.optional(),
    /** The wireless network's name, for the words on screen. */
    network: z.string().min(1).max(40).optional(),
  })
  .refine(
    ({ certificateFile, keyFile }) => (certificateFile === undefined) === (keyFile === undefined),
    'needs certificateFile and keyFile together, or neither',
  )
  .refine(({ certificateFile, host }) => certificateFile === undefined || host !== undefined, 'needs host, the name that the certificate is for')
  .refine(hasSoundCertificate, 'has a certificateFile and a keyFile that do not serve: both in PEM, and the key of this certificate')
export type PhoneSettings = z.infer<typeof phoneSettings>

/** PEM; null where there is none, and what is served can be read by whoever hears the network. */
export function readCertificate({ certificateFile, keyFile }: CertificateFiles): { cert: Buffer; key: Buffer } | null {
  if (certificateFile === undefined || keyFile === undefined) return null
  return { cert: readFileSync(certificateFile), key: readFileSync(keyFile) }
}

function hasSoundCertificate(settings: CertificateFiles): boolean {
  try {
    createSecureContext(readCertificate(settings) ?? {})
    return true
  } catch {
    return false
  }
}

/** `https://host:port`, as a phone opens it. */
export function originOf({ address, port, host, certificateFile }: PhoneSettings): string {
  const name = host ?? (address.includes(':') ? `[${address}]` : address)
  return `${certificateFile === undefined ? 'http' : 'https'}://${name}:${port}`
}
