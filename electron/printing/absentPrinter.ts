import type { Printer } from './printer.ts'

/** Stands where the branch has no printer: whatever was sent to one that has been taken away since is told of as it is. */
export const absentPrinter = (): Printer => ({
  kind: 'absent',
  name: 'none',
  status: () => Promise.resolve({ state: 'offline', attention: ['offline'] }),
  submit: () => Promise.resolve({ outcome: 'unreachable' }),
  query: () => Promise.resolve('forgotten'),
  cancel: () => Promise.resolve(false),
  close: () => undefined,
})
