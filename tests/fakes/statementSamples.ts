import type { AccountHeader } from '../../shared/contract/account.ts'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { Consumption, Statement, StatementRow } from '../../shared/contract/statement.ts'
import { addMonths } from '../../shared/domain/dates.ts'

const BILLED = [128450, 110200, 98675, 94120, 102340, 131080, 186990, 243510, 301200, 275000, 160400, 120000]

/** Newest first: each invoice is paid in the month after it, the newest is not yet. */
function movements(): StatementRow[] {
  let balance = 0
  const oldestFirst = BILLED.toReversed().flatMap((amount, index): StatementRow[] => {
    const month = addMonths('2025-12', index)
    const documentNumber = `D${String.fromCharCode(65 + index)} 4043 2503`
    const invoice: StatementRow = {
      id: `m-${month}-1`,
      postedOn: `${month}-03`,
      kind: 'invoice',
      description: `Factura ${documentNumber}`,
      documentNumber,
      amount,
      balance: (balance += amount),
    }
    if (index === BILLED.length - 1) return [invoice]
    const payment: StatementRow = {
      id: `m-${month}-2`,
      postedOn: `${month}-24`,
      kind: 'payment',
      description: 'Pago en Farmacias Azul',
      documentNumber,
      amount: -amount,
      balance: (balance -= amount),
    }
    return [invoice, payment]
  })
  return oldestFirst.toReversed()
}

export function sampleStatement(account: AccountHeader): Statement {
  const rows = movements()
  const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0)
  return {
    account,
    from: '2025-11-22',
    to: '2026-11-21',
    opening: 0,
    charges: sum(BILLED),
    payments: sum(BILLED.slice(1)),
    closing: BILLED[0] ?? 0,
    count: rows.length,
    rows,
  }
}

const CONSUMED = [29, 25, 22, 21, 23, 31, 44, 58, 71, 66, 38, 28, 33, 27, 24, 22, 26, 30, 47, 55, 76, 70, 41, 30]

export function sampleConsumption(account: AccountHeader): Consumption {
  const readings = CONSUMED.map((consumption, index) => ({
    id: `r${index}`,
    takenOn: `${addMonths('2026-11', -index)}-01`,
    value: 4209 - CONSUMED.slice(0, index).reduce((sum, one) => sum + one, 0),
    kind: index === 2 ? ('estimated' as const) : index === 5 ? ('customer' as const) : ('actual' as const),
    meterNumber: 'G4-7723190',
    consumption,
    filed: null,
  }))
  return { account, meterNumber: 'G4-118820', readings }
}

export const sampleFolder = { id: 'p1', kind: 'folder' as const, name: 'Mostrador' }
export const sampleStick = { id: 'p2', kind: 'usb' as const, name: 'KINGSTON' }

type Channels = 'statement.show' | 'consumption.show' | 'saving.places' | 'saving.save'

/** What the fake answers about an account's statement and consumption, and about saving them. */
export const statementAnswers = (account: AccountHeader): { [C in Channels]: AnswerOf<C> } => ({
  'statement.show': sampleStatement(account),
  'consumption.show': sampleConsumption(account),
  'saving.places': { places: [sampleFolder] },
  'saving.save': { fileName: 'Estado de cuenta 40989917 2025-11-22 a 2026-11-21.xlsx', place: sampleFolder },
})
