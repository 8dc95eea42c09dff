import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kioskWorld, TIME_ZONE, type Given, type KioskWorld } from '../../fixtures/outbox/kioskWorld.ts'

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

type Step = { does: string; run: (world: KioskWorld) => unknown }

const kiosk = fc.nat({ max: 3 })

const one = (does: string, run: (world: KioskWorld, index: number) => unknown): fc.Arbitrary<Step> =>
  kiosk.map((index) => ({ does: `${does} ${index}`, run: (world) => run(world, index) }))
const withDetail = <T>(does: string, detail: fc.Arbitrary<T>, run: (world: KioskWorld, index: number, detail: T) => unknown): fc.Arbitrary<Step> =>
  fc.tuple(kiosk, detail).map(([index, value]) => ({ does: `${does} ${index} ${JSON.stringify(value)}`, run: (world) => run(world, index, value) }))

function fileSome(world: KioskWorld, index: number, count: number): void {
  for (const { went, expected } of world.file(index, count)) expect(expected).toContain(went)
}

interface Loss {
  whole: boolean
  enrolled: boolean
  /** The journal was shortened before. */
  trimmed: boolean
  heard: boolean
  /** How far the clock is set back afterwards. */
  days: number
}
/** What a restore undoes and brings back in the worst order. */
async function lose(world: KioskWorld, index: number, { whole, enrolled, trimmed, heard, days }: Loss): Promise<void> {
  await world.backUp(index, whole)
  if (enrolled) world.enrol(index)
  fileSome(world, index, 2)
  if (trimmed) world.trim(index)
  world.advance(days * 24 * HOUR)
  await world.restore(index, 'newest')
  if (heard) world.hear(index)
  world.setOffset(-days * 24 * HOUR)
  fileSome(world, index, 3)
}
const loss = fc.record({ whole: fc.boolean(), enrolled: fc.boolean(), trimmed: fc.boolean(), heard: fc.boolean(), days: fc.nat({ max: 2 }) })

const jumps = fc.oneof(fc.constant(0), fc.constantFrom(YEAR, -YEAR), fc.integer({ min: -30 * HOUR, max: 30 * HOUR }))
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: withDetail('file', fc.integer({ min: 1, max: 4 }), fileSome) },
  { weight: 2, arbitrary: withDetail('advance', fc.integer({ min: 1, max: 40 * HOUR }), (world, _index, time) => world.advance(time)) },
  { weight: 2, arbitrary: withDetail('set the clock wrong by', jumps, (world, _index, offset) => world.setOffset(offset)) },
  { weight: 1, arbitrary: one('restart', (world, index) => world.restart(index)) },
  { weight: 2, arbitrary: withDetail('back up', fc.boolean(), (world, index, whole) => world.backUp(index, whole)) },
  { weight: 3, arbitrary: withDetail('restore', fc.nat({ max: 5 }), (world, index, which) => world.restore(index, which)) },
  { weight: 2, arbitrary: withDetail('lose since', loss, lose) },
  { weight: 1, arbitrary: one('clone', (world, index) => world.clone(index)) },
  { weight: 1, arbitrary: one('change the machine of', (world, index) => world.changeMachine(index)) },
  { weight: 1, arbitrary: one('enrol', (world, index) => world.enrol(index)) },
  { weight: 1, arbitrary: one('hear', (world, index) => world.hear(index)) },
  { weight: 1, arbitrary: one('trim', (world, index) => world.trim(index)) },
)

/** Written anew from the definition: double every second digit from the check digit on, and all add up to tens. */
function luhnHolds(digits: string): boolean {
  const weighed = [...digits].reverse().map((digit, place) => (place % 2 === 0 ? Number(digit) : Number(digit) * 2))
  return weighed.map((value) => (value > 9 ? value - 9 : value)).reduce((sum, value) => sum + value, 0) % 10 === 0
}

const dayAt = (instant: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short' }).format(instant).replaceAll('-', '')

function judge(given: readonly Given[]): void {
  const folios = given.map(({ folio }) => folio)
  expect(folios.filter((folio, index) => folios.indexOf(folio) !== index)).toEqual([])
  for (const { folio, sane, at } of given) {
    const [, day = '', counter = ''] = /^K\d\d-(\d{8})-(\d{5})$/.exec(folio) ?? []
    expect(luhnHolds(day + counter), folio).toBe(true)
    if (sane) expect(day, folio).toBe(dayAt(at))
  }
}

describe('folios', () => {
  it('are never given twice, whatever is restarted, set back, restored, cloned or enrolled anew', async () => {
    let total = 0
    const sequence = fc.array(steps, { minLength: 10, maxLength: 30, size: 'max' })
    const property = fc.asyncProperty(sequence, async (sequence) => {
      const world = kioskWorld()
      try {
        for (const { run } of sequence) await run(world)
        judge(world.given)
        total += world.given.length
      } finally {
        await world.stop()
      }
    })
    await fc.assert(property, { seed: 20261121, numRuns: 30, reporter: describeFailure })
    expect(total).toBeGreaterThan(200)
  })
})

function describeFailure(run: fc.RunDetails<[Step[]]>): void {
  if (!run.failed) return
  const story = (run.counterexample?.[0] ?? []).map(({ does }) => does).join('\n')
  throw new Error(`seed ${run.seed}, path ${run.counterexamplePath}:\n${story}`, { cause: run.errorInstance })
}
