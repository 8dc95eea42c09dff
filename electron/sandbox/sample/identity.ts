import type { Chance } from './random.ts'

const VOWELS = /[AEIOU]/
const CONSONANTS = 'BCDFGHJKLMNPQRSTVWXYZ'
const UPPER_CASE_OR_DIGIT = 'ABCDEFGHIJKLMNPQRSTUVWXYZ123456789'

interface Names {
  givenNames: string
  familyName: string
  secondFamilyName: string
}

/** Capitals without accents; an Ñ counts as X, as in the registers. */
const letters = (name: string): string =>
  name
    .toUpperCase()
    .replace(/Ñ/g, 'X')
    .normalize('NFD')
    .replace(/[^A-Z]/g, '')

const innerMatch = (name: string, pattern: RegExp): string => letters(name).slice(1).match(pattern)?.[0] ?? 'X'

/** The first ten characters that a person's CURP and RFC share: four letters of the name, six digits of the birth date. */
function stem(names: Names, bornOn: string): string {
  const family = letters(names.familyName)
  const initials = [family.charAt(0), innerMatch(family, VOWELS), letters(names.secondFamilyName).charAt(0)]
  return [...initials, letters(names.givenNames).charAt(0)].join('') + bornOn.slice(2).replaceAll('-', '')
}

/** A Mexican person's CURP in its right form; sample data, so the state and the homonym's digit are drawn by lot. */
export function curpOf(names: Names, bornOn: string, woman: boolean, chance: Chance): string {
  const state = chance.helpers.arrayElement(['NL', 'TS', 'GT', 'SP', 'AS', 'ZS', 'QT', 'DF', 'CL'])
  const consonants = [names.familyName, names.secondFamilyName, names.givenNames].map((name) => innerMatch(name, /[B-DF-HJ-NP-TV-Z]/))
  return `${stem(names, bornOn)}${woman ? 'M' : 'H'}${state}${consonants.join('')}0${chance.string.numeric(1)}`
}

/** A person's RFC: the stem of the CURP and three characters by lot. */
export const personRfc = (curp: string, chance: Chance): string => curp.slice(0, 10) + homoclave(chance)

/** A company's RFC: three letters, the date of its foundation, three characters by lot. Some carry an ampersand, as real ones do. */
export function companyRfc(chance: Chance, foundedOn: string): string {
  const first = chance.string.fromCharacters(CONSONANTS, 2)
  const third = chance.number.int(4) === 0 ? '&' : chance.string.fromCharacters(CONSONANTS, 1)
  return first + third + foundedOn.slice(2).replaceAll('-', '') + homoclave(chance)
}

const homoclave = (chance: Chance): string => chance.string.fromCharacters(UPPER_CASE_OR_DIGIT, 3)

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)

/** A Uruguayan identity card with its check digit: weights 2987634, up to the next ten. */
export function identityCard(chance: Chance): string {
  const digits = chance.string.numeric({ length: 7, allowLeadingZeros: false })
  const check = (10 - (weighted(digits, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10
  return `${digits.slice(0, 1)}.${digits.slice(1, 4)}.${digits.slice(4)}-${check}`
}

/** A Uruguayan RUT of twelve digits with its modulus 11 check digit. */
export function rut(chance: Chance): string {
  for (;;) {
    const digits = `21${chance.string.numeric(6)}001`
    const check = (11 - (weighted(digits, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    if (check < 10) return digits + check
  }
}
