/** An exact decimal, `units` × 10^−`places`: floating point would round, and the arithmetic on screen must hold when repeated by hand. */
export interface Decimal {
  units: bigint
  places: number
}

export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const units = BigInt(whole + fraction)
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 }
}

const scaled = ({ units, places }: Decimal, to: number): bigint => units * 10n ** BigInt(to - places)

export function plus(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places)
  return { units: scaled(one, places) + scaled(other, places), places }
}

export const minus = (one: Decimal, other: Decimal): Decimal => plus(one, { ...other, units: -other.units })

export const sumOfDecimals = (values: readonly Decimal[]): Decimal => values.reduce(plus, { units: 0n, places: 0 })

export const times = (one: Decimal, other: Decimal): Decimal => ({ units: one.units * other.units, places: one.places + other.places })

/** To so many places; a half goes away from zero, as on an invoice. */
export function roundedTo(value: Decimal, places: number): Decimal {
  if (value.places <= places) return { units: scaled(value, places), places }
  const step = 10n ** BigInt(value.places - places)
  const half = value.units < 0n ? -step / 2n : step / 2n
  return { units: (value.units + half) / step, places }
}

export const isSame = (one: Decimal, other: Decimal): boolean => minus(one, other).units === 0n

/** Without zeros at the end. */
export function shortest({ units, places }: Decimal): Decimal {
  let short = { units, places }
  while (short.places > 0 && short.units % 10n === 0n) short = { units: short.units / 10n, places: short.places - 1 }
  return short
}

export const toNumber = ({ units, places }: Decimal): number => Number(`${units}e${-places}`)

/** Whether `rounded` is `exact` with as many decimals as it has itself. */
export const isRoundingOf = (rounded: Decimal, exact: Decimal): boolean => isSame(roundedTo(exact, rounded.places), rounded)
