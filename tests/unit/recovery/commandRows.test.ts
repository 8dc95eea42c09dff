import { describe, expect, it } from 'vitest'
import { uniteCommands } from '../../../electron/recovery/commandRows.ts'
import type { Row } from '../../../electron/recovery/rows.ts'
import type { JournalEntry } from '../../../electron/outbox/journalLines.ts'

const filed = (id: string): JournalEntry => ({
  id,
  formId: `form-${id}`,
  sessionId: 's',
  kind: 'question',
  accountId: 'a',
  localFolio: `K07-${id}`,
  capturedAt: '2026-11-21T16:42:00Z',
  body: Buffer.from(`as filed ${id}`),
})
const stored = (seq: number, id: string, change: Row = {}): Row => ({
  seq,
  id,
  form_id: `form-${id}`,
  body: Buffer.from(`as stored ${id}`),
  state: 'pending',
  attempts: 1,
  ...change,
})
const delivered: Row = { state: 'delivered', received_at: '2026-11-21T17:00:00Z', utility_folio: 'U-1', attempts: 2 }
const refused: Row = { state: 'refused', refusal: '{"code":"unknown-topic","detail":""}' }
const told = (rows: readonly Row[]): string[] => rows.map(({ id, state, body }) => `${String(id)} ${String(state)} ${String(body)}`)

describe('what a recovery makes of the commands', () => {
  it('knows each once, in the words of the journal, else of the backup, else of the file', () => {
    const united = uniteCommands({
      file: [stored(1, 'a', { body: 'torn' }), stored(2, 'b', { body: 'torn' }), stored(3, 'c')],
      backup: [stored(1, 'a'), stored(2, 'b')],
      journal: [filed('b')],
    })
    expect(told(united)).toEqual(['a pending as stored a', 'b pending as filed b', 'c pending as stored c'])
  })

  it('believes whoever knows it to have come furthest', () => {
    const united = uniteCommands({
      file: [stored(1, 'a'), stored(2, 'b', refused), stored(3, 'c', delivered)],
      backup: [stored(1, 'a', delivered), stored(2, 'b'), stored(3, 'c', refused)],
      journal: [filed('c')],
    })
    expect(united.map(({ state }) => state)).toEqual(['delivered', 'refused', 'delivered'])
    expect(united[0]).toMatchObject({ received_at: '2026-11-21T17:00:00Z', utility_folio: 'U-1', refusal: null })
    expect(united[2]).toMatchObject({ body: Buffer.from('as filed c'), utility_folio: 'U-1' })
  })

  it('puts what only the journal knows where it was filed, and sends it again', () => {
    const journal = ['b', 'c', 'd', 'e', 'f'].map(filed)
    const united = uniteCommands({ file: [stored(5, 'e')], backup: [stored(1, 'a'), stored(3, 'c')], journal })
    expect(united.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(united[1]).toMatchObject({ state: 'pending', attempts: 0, received_at: null })
  })

  it('goes by the journal alone where nothing else is left', () => {
    expect(uniteCommands({ file: [], backup: [], journal: ['x', 'y'].map(filed) }).map(({ id }) => id)).toEqual(['x', 'y'])
  })
})
