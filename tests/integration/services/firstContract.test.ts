import { describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { startSandbox } from '../../../electron/sandbox/server.ts'
import { failure, success } from '../../../shared/result.ts'
import { mine, officeCalls, openOfficeAtSandbox } from '../../fixtures/accounts/officeAtSandbox.ts'
import { EMAIL, formOf } from '../../fixtures/accounts/registrationForms.ts'
import { ACCOUNTS, startOnlineKiosk, TODAY } from '../../fixtures/payments/onlineKiosk.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'
import { PASSWORD } from '../../fixtures/sandbox/customerOffice.ts'

const { login, password } = sampleLogins.registered
const notOffered = failure({ code: 'not-offered' })
const open = () => openOfficeAtSandbox({ contract: '1.0' })

describe('at a utility of contract 1.0', () => {
  it('one registers with the code of the mail, also where 1.1 takes the password at once; what came later is said not to be offered', async () => {
    const { page, code, signsIn } = await open()
    const sent = must(await page.call('registration.send', formOf('atOnce')))
    expect(sent.waiting).toMatchObject({ sent: { maskedEmail: 'a••••••@example.com', codeLength: 6 }, phone: null })
    expect(await page.call('registration.state', {})).toEqual(notOffered)
    expect(await page.call('registration.changeEmail', { email: 'otra@example.com' })).toEqual(notOffered)
    expect(await page.call('registration.activate', { code: await code.registration(), password: PASSWORD, passwordAgain: null })).toEqual(success({}))
    expect(await signsIn(EMAIL, PASSWORD)).toBe(true)
  })

  it('no other code is sent, and the one that came is still good', async () => {
    const office = await open()
    await office.begin.registration()
    await office.stay(30)
    expect(await office.page.call('registration.sendAgain', {})).toEqual(notOffered)
    expect(await officeCalls['registration.activate'].ask(office)).toEqual(success({}))
  })

  it('one signs in for the visit without a secret, sees what the branch holds, changes nothing, and is gone with the visit', async () => {
    const { page, kiosk } = await open()
    const entered = must(await page.call('signIn.enter', { login, password }))
    expect(entered).toMatchObject({ outcome: 'signedIn', customer: { accounts: [{ accountId: mine.id }], elsewhere: 1, again: false } })
    expect(kiosk.keys.of(kiosk.counter.current().id)).toBeNull()
    // Her other contract cannot be read here, and nothing is waited for.
    expect(must(await page.call('contracts.list', {}))).toMatchObject({ contracts: [{ account: { id: mine.id } }], withdrawn: 1, coming: 0, again: false })
    expect(must(await page.call('customerData.show', { accountId: mine.id, whole: true })).customer).toMatchObject({ login, canChange: false })
    for (const channel of ['customerData.changePassword', 'customerData.askForEmail'] as const)
      expect(await officeCalls[channel].ask({ ...(await open()), page })).toEqual(notOffered)
    await page.call('session.end', {})
    expect(problemOf(await page.call('account.home', { accountId: mine.id }))).toBe('not-allowed')
  })

  it('a password is renewed by a code whose length and time are not told', async () => {
    const office = await open()
    expect(await officeCalls['signIn.askForRenewal'].ask(office)).toEqual(success({ maskedEmail: null, codeLength: 6, expiresAt: null }))
    expect(await officeCalls['signIn.renew'].ask(office)).toEqual(success({}))
    expect(await office.signsIn(login, PASSWORD)).toBe(true)
  })
})

describe('a utility that has no online office', () => {
  it.each(['registration.send', 'signIn.enter', 'signIn.askForRenewal'] as const)('is said not to offer %s', async (channel) => {
    const office = await open()
    office.sandbox.faults.set('status', { status: 404, problem: 'not-found', paths: /registrations|sessions|password-renewals/ })
    expect(await officeCalls[channel].ask(office)).toEqual(notOffered)
  })

  it('and takes no payments: nothing was charged, and the slip is the way that is told', async () => {
    const sandbox = await startSandbox({ accounts: ACCOUNTS, today: TODAY, contract: '1.0' })
    const kiosk = startOnlineKiosk({ sandbox })
    kiosk.identify()
    sandbox.faults.set('status', { status: 404, problem: 'not-found', paths: /payments/ })
    expect(problemOf(await kiosk.open())).toBe('payment-not-opened')
    expect(sandbox.payments.all()).toEqual([])
    await kiosk.stop()
    await sandbox.close()
  })
})
