import type { ContractToPay, PayGroup, PayTogether, PlaceTogether } from '../../shared/contract/payment.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { isOverdue } from '../../shared/domain/invoiceStanding.ts'
import { isOwed, type KnownInvoice, oldestFirst, payByOf, totalOwed } from '../../shared/domain/owed.ts'
import { carriesAmount } from '../../shared/domain/paymentReference.ts'
import type { Bank } from '../../shared/utility-api/generated/types.gen.ts'
import { listBanks } from '../cache/queries/banks.ts'
import type { Clock } from '../clock.ts'
import { areBarsCarried } from '../documents/slip/coupons.ts'
import type { OpenedAccount } from './accountAccess.ts'

/** An account that is there, with its invoices. */
export interface Present extends OpenedAccount {
  invoices: KnownInvoice[]
}

/** A contract that owes something which a bank can take. */
interface Payable extends Present {
  /** With a reference of the utility, oldest first. */
  payable: KnownInvoice[]
}

/**
 * The contracts that can be paid with one slip, by zone. A slip speaks for one company, in its money, by its calendar, and names the banks of its zone;
 * on it each contract has parts of its own, since a reference of the utility names one invoice (decision 42).
 */
export function payTogetherOf(found: readonly Present[], clock: Clock): PayTogether {
  const owing = found.filter(({ invoices }) => invoices.some(isOwed))
  const groups = groupsOf(owing).map((contracts) => describeGroup(contracts, clock))
  return { groups, apart: owing.length - groups.reduce((count, { contracts }) => count + contracts.length, 0) }
}

export const canPayTogether = (found: readonly Present[]): boolean => groupsOf(found).length > 0

type Group = [Payable, ...Payable[]]

function groupsOf(found: readonly Present[]): Group[] {
  const byZone = Map.groupBy(found.flatMap(payableOf), ({ zone }) => zone.id)
  return [...byZone.values()].filter((contracts): contracts is Group => contracts.length > 1 && banksOf(contracts).length > 0)
}

function payableOf(present: Present): Payable[] {
  const payable = oldestFirst(present.invoices.filter((invoice) => isOwed(invoice) && invoice.paymentReference))
  return payable.length > 0 ? [{ ...present, payable }] : []
}

const banksOf = ([first]: readonly Payable[]): Bank[] => (first ? listBanks(first.db, first.zone.id) : [])

function describeGroup(contracts: Group, clock: Clock): PayGroup {
  const [{ zone, header }] = contracts
  const today = businessDate(clock.now(), zone.timeZone)
  return {
    zoneId: zone.id,
    conventions: header.conventions,
    contracts: contracts.map((contract) => describeContract(contract, today)),
    places: banksOf(contracts).map((bank) => describePlace(bank, contracts, today)),
  }
}

const describeContract = ({ header, invoices, payable }: Payable, today: string): ContractToPay => ({
  account: header,
  invoiceIds: payable.map(({ id }) => id),
  overdue: payable.filter((invoice) => isOverdue(invoice, today)).length,
  total: totalOwed(payable),
  payBy: payByOf(payable, today),
  counterOnly: invoices.filter(isOwed).length - payable.length,
})

const describePlace = (bank: Bank, contracts: Group, today: string): PlaceTogether => ({
  bankId: bank.id,
  name: bank.name,
  kind: bank.kind ?? 'bank',
  partEach: !carriesAmount(bank.slip),
  barless: contracts.filter(({ payable }) => !areBarsCarried(bank, payable, today)).map(({ account }) => account.id),
})
