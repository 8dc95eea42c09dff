import type { Printer } from './printer.ts'

/** The printer of a role that the branch has no printer for. A job of a printer that was removed since is `forgotten`. */
export const absentPrinter = (): Printer => ({
  kind: 'absent',
  name: 'none',
  status: () => Promise.resolve({ state: 'offline', attention: ['offline'] }),
  submit: () => Promise.resolve({ outcome: 'unreachable' }),
  query: () => Promise.resolve('forgotten'),
  cancel: () => Promise.resolve(false),
  close: () => undefined,
})
