import { replaceIn, type TextControl } from './typing.ts'

/** What keys put behind a name: providers with their @, and endings of an address. Three and two, as many as the keys of the layout have room for. */
export interface EmailEndings {
  providers: readonly [string, string, string]
  endings: readonly [string, string]
}

const everywhere: EmailEndings = { providers: ['@gmail.com', '@hotmail.com', '@outlook.com'], endings: ['.com', '.net'] }

const byCountry: Partial<Record<string, EmailEndings>> = {
  mx: { ...everywhere, endings: ['.com', '.mx'] },
  uy: { providers: ['@gmail.com', '@hotmail.com', '@adinet.com.uy'], endings: ['.com', '.com.uy'] },
  br: { ...everywhere, endings: ['.com', '.com.br'] },
}

/** Of a country in two small letters; of others what is known everywhere. */
export const endingsOf = (country: string): EmailEndings => byCountry[country] ?? everywhere

/** Endings that an address may have already, whole or begun: another takes their place. */
const KNOWN = [
  'com',
  'com.mx',
  'mx',
  'com.uy',
  'uy',
  'com.br',
  'br',
  'net',
  'net.mx',
  'net.uy',
  'net.br',
  'org',
  'edu',
  'edu.mx',
  'edu.uy',
  'gob.mx',
  'gub.uy',
  'org.mx',
  'org.uy',
  'es',
]

/** From where on an ending takes the place of what a domain has: in `empresa.co` from its dot on, in `mail.empresa` it comes behind all of it. */
function placeInDomain(domain: string, ending: string): number {
  for (let dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
    const rest = domain.slice(dot + 1).toLowerCase()
    // `.com` and `.mx` are touched one after the other.
    if (KNOWN.includes(rest + ending)) return domain.length
    if (KNOWN.some((known) => known.startsWith(rest))) return dot
  }
  return domain.length
}

/** From where on an ending takes the place of what is typed. */
function placeOf(typed: string, ending: string): number {
  const at = typed.indexOf('@')
  if (at < 0) return typed.length
  return ending.startsWith('@') ? at : at + 1 + placeInDomain(typed.slice(at + 1), ending)
}

/** Puts a provider or an ending behind what is typed, in the place of the one that stands there. Before a provider alone the name is typed next. */
export function endEmail(field: TextControl, ending: string): void {
  const { value, maxLength } = field
  const from = placeOf(value, ending)
  if (maxLength >= 0 && from + ending.length > maxLength) return
  replaceIn(field, from, value.length, ending)
  if (from === 0) field.setSelectionRange(0, 0)
}
