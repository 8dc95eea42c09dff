import type { JournalEntry } from '../outbox/journalLines.ts'
import type { Row } from './rows.ts'

interface Found {
  /** Rows of the damaged file. */
  file: readonly Row[]
  /** Rows of the newest sound copy. */
  backup: readonly Row[]
  /** In the order in which they were filed; each line was judged by its checksum. */
  journal: readonly JournalEntry[]
}

/** How far a command had come. */
const progress = ['pending', 'refused', 'delivered']

/** What became of it, as far as the journal knows. */
const unsent: Row = { state: 'pending', attempts: 0, utility_folio: null, received_at: null, answer_due_on: null, refusal: null, refused_at: null }

/**
 * Every command that any of the three knows, once, in the order of filing. What was filed comes from the journal, else from the copy, else
 * from the damaged file, where a byte may have changed without anybody noticing; what became of it from whoever knows it to have come
 * furthest. One that only the journal knows is pending: sending it again is harmless, the utility knows it by its id.
 */
export function uniteCommands({ file, backup, journal }: Found): Row[] {
  const filed = new Map<string, Row>()
  for (const row of [...journal.map(journalledRow), ...backup, ...file]) if (!filed.has(idOf(row))) filed.set(idOf(row), row)
  const reached = new Map<string, Row>()
  for (const row of [...backup, ...file]) if (isFurther(row, reached.get(idOf(row)))) reached.set(idOf(row), row)

  const numbered = [...filed.values()].filter((row) => reached.has(idOf(row)))
  const seqOf = (row: Row): number => Number(reached.get(idOf(row))?.seq)
  const order = weave(
    numbered.sort((one, other) => seqOf(one) - seqOf(other)).map(idOf),
    journal.map(({ id }) => id),
  )
  return order.map((id) => ({ ...filed.get(id), ...outcomeOf(reached.get(id)) }))
}

/** The numbered ones as they stand; each of the journal's that is not among them follows the one that the journal has before it. */
function weave(numbered: readonly string[], journalled: readonly string[]): string[] {
  const order = [...numbered]
  const firstKnown = order.findIndex((id) => journalled.includes(id))
  let previous = (firstKnown < 0 ? order.length : firstKnown) - 1
  for (const id of journalled) {
    const at = order.indexOf(id)
    if (at < 0) order.splice((previous += 1), 0, id)
    else previous = at
  }
  return order
}

const idOf = (row: Row): string => String(row.id)

const isFurther = (row: Row, than: Row | undefined): boolean => than === undefined || progress.indexOf(String(row.state)) > progress.indexOf(String(than.state))

function outcomeOf(row: Row | undefined): Row {
  return Object.fromEntries(Object.entries(unsent).map(([column, nothing]) => [column, row?.[column] ?? nothing]))
}

/** A command as it was filed, not sent yet. */
export function journalledRow({ id, formId, sessionId, kind, accountId, localFolio, capturedAt, body }: JournalEntry): Row {
  const filed = { id, form_id: formId, session_id: sessionId, kind, account_id: accountId, local_folio: localFolio, captured_at: capturedAt, body }
  return { ...filed, ...unsent }
}
