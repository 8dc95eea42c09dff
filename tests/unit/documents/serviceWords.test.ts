import { describe, expect, it } from 'vitest'
import { duplicateModel } from '../../../electron/documents/duplicate/duplicateModel.ts'
import { printedAt } from '../../../electron/documents/printedOn.ts'
import { receiptModel } from '../../../electron/documents/receipt/receiptModel.ts'
import { slipModel } from '../../../electron/documents/slip/slipModel.ts'
import { statementHead, withBalances } from '../../../electron/documents/statement/statementModel.ts'
import { cashModel } from '../../../electron/documents/tickets/cashModel.ts'
import { cashTicket } from '../../../electron/documents/tickets/cashTicket.ts'
import { type AccountFile, inventAccount } from '../../../electron/sandbox/sample/records.ts'
import type { Invoice, Movement } from '../../../shared/utility-api/generated/types.gen.ts'
import { aCopy } from '../../fixtures/documents/documentSamples.ts'
import { storedClaim } from '../../fixtures/documents/receipts.ts'

const TODAY = '2026-11-28'
const ofGas = /\bgas\b|no encienda/iu
const ofWater = /\baguas?\b|alcantarillado|llave de paso/iu

/** The places of accounts in the sample's zones. */
const places = { monterrey: 0, montevideo: 2, queretaro: 5 } as const

/** Every paper of an account, as the models give its words. */
function papers(file: AccountFile): Record<string, unknown> {
  const { account, subject } = file
  const { zone } = subject.profile
  const printedOn = printedAt(`${TODAY}T16:42:00Z`, zone.timeZone)
  const invoice: Invoice = { ...(file.invoices.at(-1) as Invoice), balance: 10_000, status: 'open' }
  const movements = file.others.filter(({ entity }) => entity === 'movement').map(({ data }) => data as unknown as Movement)
  const command = { ...storedClaim.command, accountId: account.id }
  return {
    duplicate: duplicateModel({ invoice, account, zone, history: file.invoices, rendition: aCopy(1), printedOn }),
    slip: slipModel({ bank: null, contracts: [{ account, invoices: [invoice] }], zone, copyNumber: 1, printedOn }),
    cash: cashTicket(cashModel({ account, zone, branch: null, invoices: [invoice], printedOn, today: TODAY })),
    receipt: receiptModel({ ...storedClaim, command, account, zone, invoice }),
    statement: { ...statementHead(account, zone, { from: '2026-06-01', to: TODAY }), rows: [...withBalances(0, movements)] },
  }
}

describe('the papers of an account', () => {
  const water = papers(inventAccount(places.queretaro, TODAY))
  const gas = papers(inventAccount(places.monterrey, TODAY))

  it.each(Object.keys(water))('of water have no word of gas: %s', (paper) => {
    expect(JSON.stringify(water[paper])).not.toMatch(ofGas)
  })

  it.each(Object.keys(gas))('of gas have no word of water: %s', (paper) => {
    expect(JSON.stringify(gas[paper])).not.toMatch(ofWater)
  })

  it.each(Object.keys(water))('name the account as its zone does: %s', (paper) => {
    expect(JSON.stringify(water[paper])).toMatch(/"label":"Referencia"/u)
    expect(JSON.stringify(water[paper])).not.toMatch(/Número de cuenta/u)
  })

  it.each(['duplicate', 'cash', 'receipt'])('name the invoice as its zone does: %s', (paper) => {
    expect(JSON.stringify(water[paper])).toMatch(/"label":"Número de recibo"/u)
    expect(JSON.stringify(water[paper])).not.toMatch(/Control|"label":"Factura"/u)
    expect(JSON.stringify(papers(inventAccount(places.montevideo, TODAY))[paper])).toMatch(/"label":"Número de factura"/u)
  })

  it('keep the words of the old bills where the zone has none of its own', () => {
    expect(JSON.stringify(gas.duplicate)).toMatch(/"label":"Control {2}No\."/u)
    expect(JSON.stringify(gas.cash)).toMatch(/"label":"Factura"/u)
  })
})
