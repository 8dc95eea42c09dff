import type { Clerk } from '../../shared/utility-api/generated/types.gen.ts'
import type { Log } from '../log/log.ts'
import { isPinOf, nobodysHash, readPinHash, USUAL_COST } from './pinHash.ts'

export interface Pins {
  /** Whether it is this clerk's PIN. Takes as long where there is no such clerk. */
  isOf(clerk: Clerk | null, pin: string): Promise<boolean>
}

interface PinParts {
  log: Log
  /** Whose hashes say what one costs here. */
  clerks: () => readonly Pick<Clerk, 'pinHash'>[]
  compare?: typeof isPinOf
}

export function createPins({ log, clerks, compare = isPinOf }: PinParts): Pins {
  /** As much as a hash of the branch costs: all are made alike. */
  function usualCost() {
    for (const { pinHash } of clerks()) {
      const read = readPinHash(pinHash)
      if (read) return read.cost
    }
    return USUAL_COST
  }
  return {
    async isOf(clerk, pin) {
      const hash = clerk && readPinHash(clerk.pinHash)
      if (clerk && !hash) log.error({ clerkId: clerk.id }, 'the PIN of a clerk cannot be used: the utility must set another')
      const matches = await compare(hash ?? nobodysHash(usualCost()), pin)
      return matches && hash !== null
    },
  }
}
