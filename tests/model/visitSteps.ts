import type { Result } from '../../shared/result.ts'
import type { FakeClock } from '../fakes/clock.ts'
import type { OfficePage } from '../fixtures/accounts/officeKiosk.ts'
import { formOf } from '../fixtures/accounts/registrationForms.ts'
import { PASSWORD } from '../fixtures/sandbox/customerOffice.ts'
import type { Dice } from './dice.ts'

/** What somebody at the counter does that is a call of the page. */
const done = {
  'look up': (page) => page.call('lookup.identify', bill(1)),
  'look up another': (page) => page.call('lookup.identify', bill(2)),
  'second bill': (page, dice) => page.call('lookup.identify', { ...bill(1 + dice.below(2)), beside: true }),
  'wrong bill': (page) => page.call('lookup.identify', { ...bill(1), invoiceNumber: 'DE 1111 1111' }),
  'sign in': (page) => page.call('signIn.enter', { login: 'ana@correo.mx', password: PASSWORD }),
  cancel: (page) => page.call('signIn.cancel', {}),
  forgot: (page) => page.call('signIn.askForRenewal', { login: 'ana@correo.mx' }),
  renew: (page) => page.call('signIn.renew', { code: '123456', password: PASSWORD }),
  register: (page) => page.call('registration.send', formOf('invoice')),
  'ask state': (page) => page.call('registration.state', {}),
  'send again': (page) => page.call('registration.sendAgain', {}),
  'correct email': (page) => page.call('registration.changeEmail', { email: 'otra@example.com' }),
  activate: (page) => page.call('registration.activate', { code: '123456', password: PASSWORD, passwordAgain: null }),
  'change password': (page) => page.call('customerData.changePassword', { current: 'tres faroles verdes', password: PASSWORD, passwordAgain: null }),
  'other address': (page) => page.call('customerData.askForEmail', { email: 'otra@example.com', password: PASSWORD }),
  'confirm address': (page) => page.call('customerData.confirmEmail', { code: '123456' }),
  'read again': (page) => page.call('contracts.readAgain', {}),
  leave: (page) => page.call('session.end', {}),
} satisfies Record<string, (page: OfficePage, dice: Dice) => Promise<Result<unknown>>>

export type Done = keyof typeof done
export const isDone = (step: string): step is Done => Object.hasOwn(done, step)
export const doStep = (step: Done, page: OfficePage, dice: Dice): Promise<Result<unknown>> => done[step](page, dice)

/** Of the two accounts of this branch. */
export const numbersOf = (account: 1 | 2) => ({ number: `4098991${account}`, invoiceNumber: `DE 4043 250${account}` })
function bill(account: number) {
  const { number, invoiceNumber } = numbersOf(account === 1 ? 1 : 2)
  return { zoneId: 'zona-monterrey', accountNumber: number, invoiceNumber }
}

/** What happens beside: answers, time, touches, pages. Often, what makes a difference. */
const often = [
  'answer',
  'answer',
  'answer',
  'answer',
  'answer',
  'answer',
  'sign in',
  'sign in',
  'look up',
  'register',
  'pass',
  'pass',
  'pass',
  'pass',
  'pass',
  'pass',
  'touch',
] as const
export const steps = [...(Object.keys(done) as Done[]), ...often, 'stay', 'begin', 'load', 'close', 'enter', 'enter', 'enter', 'stay'] as const
export type Step = (typeof steps)[number]

/** Seconds between which something may fall due. */
const PAUSES = [1, 16, 31, 61, 91, 121, 135, 400]
export const passTime = (clock: FakeClock, dice: Dice): void => clock.advance(dice.pick(PAUSES) * 1_000)
