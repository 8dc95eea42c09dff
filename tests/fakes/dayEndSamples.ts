import type { DayCounts, DayEnd } from '../../shared/contract/dayEnd.ts'

const none: DayCounts = { filed: 0, jobs: 0, sheets: 0, refused: 0, closed: 0 }
const lucia = { who: 'clerk:c-1', name: 'Lucía Treviño Garza' }

/** A day of customers and one clerk, whole and not signed yet. */
export const sampleDay: DayEnd = {
  day: '2026-11-21',
  today: '2026-11-21',
  firstDay: '2026-10-01',
  tables: {
    total: { ...none, filed: 5, jobs: 9, sheets: 11, refused: 1 },
    people: [
      { ...lucia, counts: { ...none, filed: 2, jobs: 3, sheets: 4, refused: 1 } },
      { who: 'customers', name: null, counts: { ...none, filed: 3, jobs: 6, sheets: 7 } },
    ],
    hours: [
      { hour: '09:00', turn: null, counts: { ...none, filed: 2, jobs: 3, sheets: 4, refused: 1 } },
      { hour: '10:00', turn: null, counts: { ...none, filed: 3, jobs: 6, sheets: 7 } },
    ],
  },
  differences: [],
  flaw: null,
  digest: 'a'.repeat(64),
  signatures: [],
  signed: null,
}

export const dayEndAnswers = { 'dayEnd.show': sampleDay, 'dayEnd.sign': sampleDay }
