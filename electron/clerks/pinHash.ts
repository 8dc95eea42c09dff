import { scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'

/** A scrypt hash as the PHC string format writes it. */
export interface PinHash {
  cost: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>
  salt: Buffer
  hash: Buffer
}

/** What the contract's own example asks for. */
export const USUAL_COST: PinHash['cost'] = { N: 2 ** 15, r: 8, p: 1 }
const USUAL_BYTES = { salt: 16, hash: 32 }

/** Of memory for one hash: that of `ln=17,r=8`, four times as much as usual. */
const MOST_MEMORY = 128 * 2 ** 20
/** Blocks that are mixed for one hash: eight times as many as usual, which is about a second. */
const MOST_WORK = 2 ** 21
/** A hash that is short is easily matched; one that is long only costs. */
const BYTES = { salt: [8, 64], hash: [16, 64] } as const

const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{1,90})\$([A-Za-z0-9+/]{1,90})$/

/** null: a text that is no such hash, or one that would cost more than anybody needs. The feed is not trusted with this machine's memory and time. */
export function readPinHash(text: string): PinHash | null {
  const [, ln = '', r = '', p = '', salt = '', hash = ''] = FORM.exec(text) ?? []
  const read = { cost: { N: 2 ** Number(ln), r: Number(r), p: Number(p) }, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') }
  return isAffordable(read.cost) && isSized('salt', read.salt) && isSized('hash', read.hash) ? read : null
}

function isAffordable({ N, r, p }: PinHash['cost']): boolean {
  return N >= 2 && r >= 1 && p >= 1 && 128 * N * r <= MOST_MEMORY && 128 * r * p <= MOST_MEMORY && N * r * p <= MOST_WORK
}

function isSized(part: keyof typeof BYTES, bytes: Buffer): boolean {
  const [least, most] = BYTES[part]
  return bytes.length >= least && bytes.length <= most
}

/** Nobody's: it costs as much as another to be compared with. */
export const nobodysHash = (cost: PinHash['cost']): PinHash => ({ cost, salt: Buffer.alloc(USUAL_BYTES.salt), hash: Buffer.alloc(USUAL_BYTES.hash) })

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Off the main loop, in the thread pool. */
export async function isPinOf({ cost, salt, hash }: PinHash, pin: string): Promise<boolean> {
  // Node counts some more than the blocks themselves.
  const derived = await derive(pin, salt, hash.length, { ...cost, maxmem: 2 * MOST_MEMORY })
  return timingSafeEqual(derived, hash)
}
