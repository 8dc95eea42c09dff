import { hash } from 'node:crypto'
import { faker as mexican } from '@faker-js/faker/locale/es_MX'
import { faker as spanish } from '@faker-js/faker/locale/es'
import type { Faker } from '@faker-js/faker'

/** Chance with the names of a country. The same seed gives the same data. */
export type Chance = Faker

/**
 * Chance for one account, begun anew: what it gives depends on the account alone. The generator is shared, so take all that is needed
 * before the next account is begun.
 * @param locale of the zone; Uruguay has no names of its own in the library and takes those of general Spanish
 */
export function chanceFor(locale: string, seed: number): Chance {
  const chance = locale === 'es-MX' ? mexican : spanish
  chance.seed(seed)
  return chance
}

/** So many hexadecimal characters that say nothing about what they were made of. */
export const opaque = (text: string, length: number): string => hash('sha256', text, 'hex').slice(0, length)
