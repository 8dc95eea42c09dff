import { fullNumber } from '../../../shared/domain/accountNumber.ts'
import { profileOf } from './account.ts'
import { knownAccounts } from './known.ts'
import { inventAccount } from './records.ts'

/** Mexican and Uruguayan gas, water, and one of which the utility keeps the original, by their places in the sample. */
const places = [knownAccounts.monterrey.index, knownAccounts.nuevoLaredo.index, 68, 257, knownAccounts.withOriginal.index]

/** A bill to try the kiosk with, as it is typed on *Consultar con mi factura*. */
interface BillToTry {
  zone: string
  account: string
  invoice: string
}

/** The latest bills of some of the first `accounts`: the README lists them all, and the sandbox says them when it starts alone. */
export function billsToTry(today: string, accounts: number): BillToTry[] {
  return places
    .filter((place) => place < accounts)
    .map((place) => {
      const { account, invoices } = inventAccount(place, today)
      return { zone: profileOf(place).zone.name, account: fullNumber(account), invoice: invoices.at(-1)?.number ?? '' }
    })
}
