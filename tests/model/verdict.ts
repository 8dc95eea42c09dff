import type { Sandbox } from '../../electron/sandbox/server.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'
import { readFolio } from '../../shared/domain/folio.ts'
import { serialOf } from './filings.ts'
import type { Ledger } from './ledger.ts'
import { checkFile, queryByCli } from './sqliteCli.ts'

/** What went wrong, in words; each list is empty when nothing did. */
export interface Verdict {
  /** Promised, and not (or not rightly) at the utility. */
  lost: string[]
  /** More than one effect at the utility, or more than one row here. */
  doubled: string[]
  /** Promised, and still under way. */
  stuck: string[]
  /** At the utility, and never asked for. */
  uninvited: string[]
  /** Delivered in another order than filed, of one account. */
  outOfOrder: string[]
  /** Folios that were given twice, or are none. */
  folios: string[]
  /** Answers that nobody should have had. */
  oddities: string[]
  /** What SQLite's own program says of the file. */
  integrity: string
}

export const nothingWrong: Verdict = { lost: [], doubled: [], stuck: [], uninvited: [], outOfOrder: [], folios: [], oddities: [], integrity: 'ok' }

interface CommandRow {
  id: string
  form_id: string
  account_id: string | null
  local_folio: string
  state: 'pending' | 'delivered' | 'refused'
}

/** Holds what customers were told against the utility's books and the kiosk's file. Nobody may have the file open. */
export function judge(databaseFile: string, ledger: Ledger, sandbox: Pick<Sandbox, 'commands'>): Verdict {
  const rows = queryByCli<CommandRow>(databaseFile, 'SELECT id, form_id, account_id, local_folio, state FROM command ORDER BY seq')
  const books = sandbox.commands().map(({ command }) => booked(command))
  const given = rows.map((row) => row.local_folio)
  return {
    lost: lostOnes(ledger, rows, books),
    doubled: [...repeated(books.map(({ serial }) => String(serial))), ...repeated(rows.map((row) => row.form_id))],
    stuck: rows.filter(({ state }) => state === 'pending').map(({ local_folio }) => local_folio),
    uninvited: books.filter(({ serial }) => !ledger.asked.has(serial)).map(({ folio }) => folio),
    outOfOrder: [...disorder(rows, books), ...disorderOfPromises(ledger, rows)],
    folios: [...repeated(given), ...repeated(books.map(({ folio }) => folio)), ...given.filter((folio) => !readFolio(folio).ok)],
    oddities: ledger.oddities,
    integrity: checkFile(databaseFile, 'integrity_check'),
  }
}

interface Booked {
  id: string
  folio: string
  serial: number
  accountId: string | null
}

function booked(command: Command): Booked {
  return { id: command.id, folio: command.localFolio, serial: serialOf(command), accountId: command.accountId ?? null }
}

function lostOnes({ promised, asked }: Ledger, rows: readonly CommandRow[], books: readonly Booked[]): string[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const bookedAs = new Map(books.map((booked) => [booked.id, booked]))
  return promised.flatMap(({ serial, id, localFolio }) => {
    const row = rowOf.get(id)
    const booked = bookedAs.get(id)
    const refusable = asked.get(serial)?.filing.refusable
    if (row?.local_folio !== localFolio) return [`${localFolio} is not in the file`]
    if (refusable) return row.state === 'refused' && !booked ? [] : [`${localFolio} should have been set aside, and is ${row.state}`]
    const kept = booked?.serial === serial && booked.folio === localFolio && row.state === 'delivered'
    return kept ? [] : [`${localFolio} is ${row.state} here and ${booked ? `${booked.folio} of ${booked.serial}` : 'not'} at the utility`]
  })
}

const repeated = (names: readonly string[]): string[] => names.filter((name, place) => names.indexOf(name) !== place)

/** The utility's books against the order of the file, account by account. */
function disorder(rows: readonly CommandRow[], books: readonly Booked[]): string[] {
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  return descents(books.flatMap(({ id, folio, accountId }) => (accountId === null ? [] : [{ accountId, folio, place: place.get(id) ?? -1 }])))
}

/** What was promised at once, one after the other, stands in that order in the file. */
function disorderOfPromises({ promised }: Ledger, rows: readonly CommandRow[]): string[] {
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  const first = promised.filter(({ atOnce }) => atOnce)
  return descents(first.map(({ id, localFolio }) => ({ accountId: 'all', folio: localFolio, place: place.get(id) ?? -1 })))
}

function descents(entries: readonly { accountId: string; folio: string; place: number }[]): string[] {
  const last = new Map<string, number>()
  return entries.flatMap(({ accountId, folio, place }) => {
    const before = last.get(accountId) ?? -1
    last.set(accountId, Math.max(before, place))
    return place > before ? [] : [folio]
  })
}
