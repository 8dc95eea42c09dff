import { holderName } from '../../../shared/domain/holder.ts'
import type { Customer } from '../office/customers.ts'
import { accountId, inventSubject } from '../sample/account.ts'
import { elsewhereIndex } from '../sample/elsewhere.ts'
import { knownAccounts } from '../sample/known.ts'

/** How the sample customers sign in; said when the sandbox starts alone. The passwords open nothing but sample data. */
export const sampleLogins = {
  registered: { login: 'patricia.pedroza@example.com', password: 'tres faroles verdes' },
  former: { login: 'diego2019', password: 'Celaya2019' },
} as const

/**
 * One registered, with an account that this branch's feed does not hold; one of the former portal, with its user name. The hashes were made once,
 * from the passwords above.
 */
export function sampleCustomers(today: string): Customer[] {
  const holderOf = (index: number): string => holderName(inventSubject(index, today).account.holder)
  return [
    {
      id: 'cliente-registrada',
      name: holderOf(knownAccounts.monterrey.index),
      email: sampleLogins.registered.login,
      userName: null,
      password: '$scrypt$ln=15,r=8,p=1$fUbBoeMnrD2zHjYO1gDnVA$nEbUV45epSaDnU8mVpzn45BoXu4vQwCbGAh9xJb+0yc',
      accountIds: [accountId(knownAccounts.monterrey.index), accountId(elsewhereIndex)],
      zoneId: knownAccounts.monterrey.zoneId,
      locale: 'es-MX',
      lastSignInAt: null,
      former: false,
    },
    {
      id: 'cliente-anterior',
      name: holderOf(knownAccounts.withOriginal.index),
      email: 'diego.serrato@example.com',
      userName: sampleLogins.former.login,
      password: '$scrypt$ln=15,r=8,p=1$ax8zrjrVhkTX/KqGM7UJMw$rXnGwD36t1LuaCMt/Xc/BtmbCXXs2sNXRIfBKWaOFsw',
      accountIds: [accountId(knownAccounts.withOriginal.index)],
      zoneId: knownAccounts.withOriginal.zoneId,
      locale: 'es-MX',
      lastSignInAt: null,
      former: true,
    },
  ]
}
