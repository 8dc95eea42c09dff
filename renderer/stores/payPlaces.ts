import { defineStore } from 'pinia'
import { createAnswer } from './answer.ts'

/** Where people of a zone can pay in person. The answer says of which zone it is. */
export const usePayPlaces = defineStore('payPlaces', () => {
  const { value: places, problem, load } = createAnswer('guide.payPlaces')
  return { places, problem, load: (zoneId: string): Promise<void> => load({ zoneId }) }
})
