import type { AccountHeader } from '../../shared/contract/account.ts'
import type { ReadingToBring } from '../../shared/contract/reading.ts'
import { sampleConsumption } from './statementSamples.ts'

/** Inside the window, twenty days after the last reading, 4209. */
export const sampleReading = (account: AccountHeader, change: Partial<ReadingToBring> = {}): ReadingToBring => ({
  account,
  meterNumber: 'G4-7723190',
  today: '2026-11-21',
  window: { state: 'open', opensOn: '2026-11-20', closesOn: '2026-11-24' },
  readings: sampleConsumption(account).readings,
  knownToday: null,
  ...change,
})
