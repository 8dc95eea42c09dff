import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { startDrawing, type Drawing } from '../../../electron/documents/drawing.ts'
import { startRecords, type Records } from '../../../electron/documents/records/records.ts'
import { banks } from '../../../electron/sandbox/data/banks.ts'
import { knownAccounts } from '../../../electron/sandbox/sample/known.ts'
import { elsewhereIndex } from '../../../electron/sandbox/sample/elsewhere.ts'
import { inventAccount } from '../../../electron/sandbox/sample/records.ts'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { createAccountAccess } from '../../../electron/services/accountAccess.ts'
import { createAccountService } from '../../../electron/services/account.ts'
import { createAgreementService } from '../../../electron/services/agreements.ts'
import { createConsumptionService } from '../../../electron/services/consumption.ts'
import { createContractsService } from '../../../electron/services/contracts.ts'
import { createDocuments } from '../../../electron/services/documents.ts'
import { createInvoiceDeliveryService } from '../../../electron/services/invoiceDelivery.ts'
import { createPaymentService } from '../../../electron/services/payment.ts'
import { createPaymentsService } from '../../../electron/services/payments.ts'
import { createReadingService } from '../../../electron/services/reading.ts'
import { createRequestService } from '../../../electron/services/requests.ts'
import { createStatementService } from '../../../electron/services/statement.ts'
import { createSupplyService } from '../../../electron/services/supply.ts'
import type { DocumentRef, FileFormat } from '../../../shared/contract/documents.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { putBanks, putIntoCache } from '../../fixtures/accounts/branchData.ts'
import { openVisitWorld, signInAtSandbox, type VisitWorld } from '../../fixtures/accounts/visitWorld.ts'
import { noneBegun } from '../../fixtures/documents/noneBegun.ts'
import { readCodes, textOf } from '../../fixtures/documents/readPaper.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { must, problemOf, silentLog } from '../../fixtures/printing/printingUnderTest.ts'

const TODAY = '2026-11-21'
const mine = inventAccount(knownAccounts.monterrey.index, TODAY)
/** The contract that this branch's feed never holds. */
const far = inventAccount(elsewhereIndex, TODAY)
const accountId = far.account.id
const invoice = far.invoices.at(-1) ?? { id: '', number: '', total: 0 }
const ofFar = (entity: string): number => far.others.filter((each) => each.entity === entity).length
const range = { from: '2025-11-22', to: TODAY }

let sandbox: Sandbox
let world: VisitWorld
let close: () => Promise<unknown>
let records: Records
let drawing: Drawing
/** The sample customer signs in, and all of hers come. */
let signIn: () => Promise<void>
beforeAll(async () => {
  sandbox = await startSandbox({ accounts: 30, today: TODAY })
  const { api, accountIds, key } = await signInAtSandbox(sandbox, systemClock)
  world = openVisitWorld({ clock: systemClock, api: api.customers })
  putIntoCache(world.db, { accounts: [mine.account], invoices: mine.invoices })
  records = startRecords({ log: silentLog, databaseFile: world.databaseFile, heldOf: world.visiting.bytesOf })
  drawing = startDrawing({ log: silentLog })
  close = () => Promise.all([api.close(), records.close(), drawing.close()])
  signIn = async () => {
    world.signIn(accountIds, key)
    await eventually(() => expect(world.told.at(-1)).toEqual({ shown: 2, elsewhere: 0 }))
  }
  await signIn()
})
afterAll(async () => {
  await close()
  world.dispose()
  await sandbox.close()
})

function services() {
  const { db, counter, visiting } = world
  const clock = fakeClock(`${TODAY}T16:42:00Z`)
  const accounts = createAccountAccess({ db, counter, readers: visiting })
  const unreached = (): never => {
    throw new Error('reached')
  }
  return {
    ...createContractsService({ clock, counter, accounts, visiting }),
    ...createAccountService({ clock, counter, accounts }),
    ...createAgreementService({ clock, accounts }),
    ...createConsumptionService({ accounts }),
    ...createInvoiceDeliveryService({ clock, counter, accounts }),
    ...createPaymentService({ clock, accounts, hasTicketPrinter: true }),
    ...createPaymentsService({ accounts }),
    ...createReadingService({ clock, counter, accounts }),
    ...createRequestService({ db, clock, counter, accounts, outbox: { file: unreached } }),
    ...createStatementService({ clock, accounts, records }),
    ...createSupplyService({ clock, accounts }),
    documents: createDocuments({ db, readers: visiting, clock, counter, begun: noneBegun, records, drawing, fetchOriginal: async () => null, widthMm: 80 }),
  }
}

describe('the contract that the sandbox keeps from this branch, once she has signed in', () => {
  it('stands in Mis contratos in full, and is added up with the other', () => {
    const { contracts, total, withdrawn } = must(services()['contracts.list']())
    expect(contracts.map(({ account, totalOwed }) => [account.number, totalOwed])).toEqual([
      [mine.account.number, mine.account.balance],
      [far.account.number, far.account.balance],
    ])
    expect(contracts[1]?.account.supplyAddress).toContain(far.account.supplyAddress.street)
    expect([withdrawn, total?.owed]).toEqual([0, Math.max(0, mine.account.balance) + Math.max(0, far.account.balance)])
  })

  it('has its home, invoices, payments, agreements, readings, requests and statement', async () => {
    const asked = services()
    expect(must(asked['account.home']({ accountId }))).toMatchObject({ totalOwed: far.account.balance, identified: { id: invoice.id } })
    expect(must(asked['account.invoices']({ accountId })).invoices).toHaveLength(far.invoices.length)
    expect(must(asked['account.invoice']({ invoiceId: invoice.id })).invoice.total).toBe(invoice.total)
    expect(must(asked['payments.list']({ accountId })).count).toBe(ofFar('payment'))
    expect(must(asked['agreements.list']({ accountId })).count).toBe(ofFar('agreement'))
    expect(must(asked['consumption.show']({ accountId })).readings).toHaveLength(ofFar('reading'))
    expect(must(asked['requests.list']({ accountId })).requests).toHaveLength(ofFar('request'))
    expect(must(asked['reading.show']({ accountId })).meterNumber).toBe(far.account.meterNumber)
    expect(must(asked['supply.show']({ accountId })).totalOwed).toBe(far.account.balance)
    expect(must(asked['invoiceDelivery.show']({ accountId, language: 'es' })).delivery).toBe(far.account.invoiceDelivery)
    const statement = must(await asked['statement.show']({ accountId, ...range }))
    expect([statement.closing, statement.rows.length > 0]).toEqual([far.account.balance, true])
  })

  it('has its papers and files, drawn and written by the threads', async () => {
    const { documents } = services()
    for (const ref of [{ kind: 'duplicate', invoiceId: invoice.id } as const, { kind: 'statement', accountId, ...range } as const]) {
      expect(must(documents.authorize(ref)).accountId).toBe(accountId)
      const { bytes, sheets } = must(await documents.draw(ref, { purpose: 'print', masked: false, copyNumber: 1, accountId }))
      expect([Buffer.from(bytes.subarray(0, 4)).toString(), sheets > 0]).toEqual(['%PDF', true])
    }
    const file = async (kind: 'statement' | 'consumption', format: FileFormat): Promise<string> =>
      Buffer.from(must(await documents.file(kind === 'statement' ? { kind, accountId, ...range } : { kind, accountId }, format)).bytes).toString()
    expect(await file('statement', 'csv')).toContain(invoice.number)
    expect(await file('consumption', 'csv')).toContain(far.account.meterNumber)
  })

  it('is paid with one slip together with the other, until she leaves', async () => {
    putBanks(world.db, banks)
    const { documents, ...asked } = services()
    const [group] = must(asked['contracts.toPay']()).groups
    expect(group?.contracts.map(({ account }) => account.number)).toEqual([mine.account.number, far.account.number])
    const invoiceIds = group?.contracts.flatMap((contract) => contract.invoiceIds) ?? []
    const ref: DocumentRef = { kind: 'slip', bankId: 'banco-bbva', invoiceIds, accountIds: [mine.account.id, accountId] }
    expect(must(documents.authorize(ref)).accountIds).toEqual([mine.account.id, accountId])
    const { bytes } = must(await documents.draw(ref, { purpose: 'print', masked: false, copyNumber: 1, accountId: mine.account.id }))
    const file = join(world.folder, 'together.pdf')
    writeFileSync(file, bytes)
    expect(textOf(file)).toContain(far.account.number)
    expect(readCodes(file)).toHaveLength(2)
    rmSync(file)
    world.counter.end('finished')
    expect(problemOf(documents.authorize(ref))).toBe('not-allowed')
    expect(problemOf(await documents.draw(ref, { purpose: 'print', masked: false, copyNumber: 1 }))).toBe('not-found')
    await signIn()
  })

  it('is on the disk nowhere, while she is there and afterwards; and then nobody reads it', async () => {
    const sentinels = [far.account.number, far.account.meterNumber, far.account.supplyAddress.street]
    const onDisk = (): string =>
      readdirSync(world.folder)
        .map((name) => readFileSync(join(world.folder, name), 'latin1'))
        .join('\n')
    const found = (): string[] => sentinels.filter((each) => onDisk().includes(Buffer.from(each).toString('latin1')))
    expect(onDisk()).toContain(mine.account.number)
    expect(found()).toEqual([])
    const { documents, ...asked } = services()
    world.counter.end('finished')
    expect(found()).toEqual([])
    expect(problemOf(asked['account.home']({ accountId }))).toBe('not-allowed')
    expect(problemOf(documents.authorize({ kind: 'duplicate', invoiceId: invoice.id }))).toBe('not-allowed')
    expect(problemOf(await documents.draw({ kind: 'statement', accountId, ...range }, { purpose: 'print', masked: false, copyNumber: 1 }))).toBe('not-found')
  })

  it('is drawn no more when she leaves meanwhile, and that is no bug', async () => {
    await signIn()
    const { documents } = services()
    const drawn = documents.draw({ kind: 'duplicate', invoiceId: invoice.id }, { purpose: 'print', masked: false, copyNumber: 1 })
    world.counter.end('finished')
    expect(problemOf(await drawn)).toBe('not-found')
  })
})
