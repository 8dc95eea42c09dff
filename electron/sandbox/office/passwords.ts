import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** PHC strings of scrypt, worked out in Node's thread pool: the main loop never waits for one. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** The same work whether or not there is somebody: `stored` is null where there is nobody. */
  verify(password: string, stored: string | null): Promise<boolean>
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const LENGTH = 32
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const PHC = /^\$scrypt\$ln=15,r=8,p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
const keyOf = (password: string, salt: Buffer): Promise<Buffer> => derive(password.normalize('NFC'), salt, LENGTH, COST)

export const scryptPasswords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16)
    return `$scrypt$ln=15,r=8,p=1$${unpadded(salt)}$${unpadded(await keyOf(password, salt))}`
  },
  async verify(password, stored) {
    const [, salt = unpadded(randomBytes(16)), hash = ''] = PHC.exec(stored ?? '') ?? []
    const key = await keyOf(password, Buffer.from(salt, 'base64'))
    const known = Buffer.from(hash, 'base64')
    return known.length === key.length && timingSafeEqual(known, key)
  },
}
