import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../electron/cache/db.ts'
import { closingsAfter, type ExplainedClosing } from '../../../electron/cache/queries/closings.ts'
import { findCommand, markRefused, type StoredCommand } from '../../../electron/cache/queries/commands.ts'
import type { Outbox } from '../../../electron/outbox/outbox.ts'
import { damages, type Damage } from '../../fixtures/storage/damage.ts'
import { createDurableKiosk, fillCache, type DurableKiosk } from '../../fixtures/storage/durableKiosk.ts'
import { must } from '../../fixtures/printing/printingUnderTest.ts'
import { createDice } from '../../model/dice.ts'

let kiosk: DurableKiosk
beforeEach(() => {
  kiosk = createDurableKiosk()
})
afterEach(() => kiosk.remove())

const clerk = { kind: 'clerk', clerkId: 'c-1' } as const

/** Some are refused; of these every other one is corrected, and the others are closed. */
function seeTo({ db, outbox }: { db: WritableDb; outbox: Outbox }, refused: readonly StoredCommand[]): void {
  for (const [place, { id, accountId }] of refused.entries()) {
    markRefused(db, id, { code: 'unknown-topic', detail: `El tema ${place} no existe` }, '2026-11-21T16:45:00.000Z')
    const message = { kind: 'question', payload: { topicId: 't-2', text: `Corregida ${place}` } } as const
    if (place % 2 === 0) must(outbox.file({ formId: `again-${id}`, sessionId: 's-c', accountId, actor: clerk, message, corrects: id }))
    else must(outbox.close({ commandId: id, actor: clerk, reason: `Desistió ${place}` }))
  }
}

async function seenTo({ backup }: { backup: boolean }): Promise<ExplainedClosing[]> {
  const running = kiosk.start()
  fillCache(running.db, 200)
  running.file(20)
  const { acknowledged } = kiosk
  seeTo(running, acknowledged.slice(0, 6))
  if (backup) running.backUp()
  seeTo(running, acknowledged.slice(6, 14))
  const closings = closingsAfter(running.db, null)
  await running.stop()
  return closings
}

const byCommand = (closings: readonly ExplainedClosing[]) => closings.toSorted((one, other) => one.commandId.localeCompare(other.commandId))

describe('after damage to the database file', () => {
  const cases = (Object.keys(damages) as Damage[]).flatMap((damage) => [true, false].map((backup) => ({ damage, backup })))
  it.each(cases)('$damage (backup: $backup), what was corrected or closed stays so, and none of it is sent again', async ({ damage, backup }) => {
    const before = await seenTo({ backup })
    expect(before).toHaveLength(14)
    damages[damage](kiosk.databaseFile, createDice(7))
    const { db, outbox, stop } = kiosk.start()
    expect(byCommand(closingsAfter(db, null))).toEqual(byCommand(before))
    for (const { commandId, correctedBy } of before) {
      expect(findCommand(db, commandId)?.state).toBe('refused')
      if (correctedBy !== null) expect(findCommand(db, correctedBy)?.state).toBe('pending')
      expect(outbox.close({ commandId, actor: clerk, reason: 'Otra vez' })).toMatchObject({ ok: false, problem: { code: 'settled-already' } })
    }
    expect(outbox.status().refused).toBe(0)
    await stop()
  })

  it('a reason of which a byte has changed unnoticed is the journal’s', async () => {
    const before = await seenTo({ backup: false })
    const { db, stop } = kiosk.start()
    db.exec('DROP TRIGGER command_closing_stays')
    db.exec("UPDATE command_closing SET reason = 'Otra cosa' WHERE reason = 'Desistió 1'")
    await stop()
    const again = kiosk.start()
    expect(byCommand(closingsAfter(again.db, null))).toEqual(byCommand(before))
    await again.stop()
  })
})
