import { matchesPattern } from '../../../shared/domain/pattern.ts'
import type { Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import { type Refused, refused } from './outcome.ts'

const SHORTEST = 12
const LONGEST = 128
/** Those that everybody tries; without capitals. */
const KNOWN = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234567890',
  '111111111111',
  'contraseña123',
  'contrasena123',
  'contraseña1234',
  'contrasena1234',
  'micontraseña123',
  'password1234',
  'password12345',
  'passwordpassword',
  'qwertyuiop12',
  'qwerty123456',
  'qwertyuiop123',
  'teamomucho123',
  'iloveyou1234',
  'abcdefghijkl',
  'administrador',
  'bienvenido123',
])

interface Owner {
  email: string
  userName: string | null
  accountNumber?: string
  company: string
}

/** Why a password will not do, as a refusal that points at it, or null. */
export function judgePassword(password: string, { password: rule = {} }: Pick<Zone, 'password'>, owner: Owner): Refused | null {
  const detail = weakness(password.normalize('NFC'), rule, owner)
  return detail === null ? null : refused(422, 'weak-password', 'La contraseña no sirve', { errors: [{ pointer: '/password', detail }] })
}

function weakness(password: string, { minLength = SHORTEST, maxLength = LONGEST, pattern }: NonNullable<Zone['password']>, owner: Owner): string | null {
  const characters = [...password].length
  const bare = password.toLowerCase()
  if (characters < minLength) return `Tiene menos de ${minLength} caracteres.`
  if (characters > maxLength) return `Tiene más de ${maxLength} caracteres.`
  if (pattern !== undefined && !matchesPattern(pattern, password)) return 'No cumple lo que la empresa pide de una contraseña.'
  if (KNOWN.has(bare)) return 'Es una contraseña muy conocida.'
  if (new Set(bare).size < 4) return 'Repite siempre lo mismo.'
  const own = [owner.email.split('@')[0], owner.userName, owner.accountNumber, owner.company]
  const isOwn = own.some((text) => text && text.length >= 4 && bare.includes(text.toLowerCase()))
  return isOwn ? 'Contiene su correo, su usuario, su cuenta o el nombre de la empresa.' : null
}
