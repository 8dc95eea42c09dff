/** Chance that can be had again from its seed. */
export interface Dice {
  /** In [0, 1). */
  roll(): number
  /** An integer from 0 up to, but not, `sides`. */
  below(sides: number): number
  /** True so often in 1. */
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: small, and good enough to choose by. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  function roll(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (sides: number): number => Math.floor(roll() * sides)
  return {
    roll,
    below,
    chance: (probability) => roll() < probability,
    pick(from) {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[below(from.length)] as (typeof from)[number]
    },
  }
}
