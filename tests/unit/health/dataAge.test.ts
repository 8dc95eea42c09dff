import { expect, test } from 'vitest'
import { createDataAge } from '../../../electron/health/dataAge.ts'
import { fakeClock } from '../../fakes/clock.ts'

const AS_OF = '2026-11-21T16:41:00Z'

test('data of a run before this one are as old as the wall clock says, never younger than now', () => {
  const clock = fakeClock('2026-11-21T16:42:00Z')
  const age = createDataAge(clock)
  expect([age.seconds(null), age.seconds(AS_OF)]).toEqual([null, 60])
  clock.setWall('2026-11-21T16:00:00Z')
  expect(age.seconds(AS_OF)).toBe(0)
})

test('S26 a clock that is set a year ahead or back makes data neither old nor young', () => {
  const clock = fakeClock('2026-11-21T16:42:00Z')
  const age = createDataAge(clock)
  age.note(AS_OF)
  clock.advance(90_000)
  for (const wall of ['2027-11-21T16:42:00Z', '2025-11-21T16:42:00Z']) {
    clock.setWall(wall)
    age.note(AS_OF)
    expect(age.seconds(AS_OF)).toBe(90)
  }
  age.note('2026-11-21T16:43:30Z')
  expect(age.seconds('2026-11-21T16:43:30Z')).toBe(0)
})
