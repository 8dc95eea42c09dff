export type CheckDigitAlgorithm = 'none' | 'luhn' | 'mod10' | 'mod11'

/**
 * The digit that belongs after the number, or null where the zone gives no algorithm.
 * `luhn` and `mod10` are the same here: weights 2, 1 from the right, digits of the products summed, up to the next ten (the "base 10"
 * of Mexican references). `mod11`: weights 2 to 7 from the right, eleven less the remainder, with 10 and 11 written 0.
 */
export function checkDigitOf(digits: string, algorithm: CheckDigitAlgorithm): string | null {
  switch (algorithm) {
    case 'none':
      return null
    case 'luhn':
    case 'mod10':
      return String((10 - (sumFromRight(digits, base10Weight) % 10)) % 10)
    case 'mod11': {
      const digit = 11 - (sumFromRight(digits, (value, place) => value * (2 + (place % 6))) % 11)
      return digit >= 10 ? '0' : String(digit)
    }
  }
}

function base10Weight(value: number, place: number): number {
  if (place % 2 === 1) return value
  const doubled = value * 2
  return doubled > 9 ? doubled - 9 : doubled
}

function sumFromRight(digits: string, weigh: (value: number, place: number) => number): number {
  return [...digits].reverse().reduce((sum, digit, place) => sum + weigh(Number(digit), place), 0)
}
