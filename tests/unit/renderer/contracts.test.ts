import { describe, expect, it } from 'vitest'
import { uiLocales } from '../../../renderer/i18n/languages.ts'
import { useContracts } from '../../../renderer/stores/contracts.ts'
import { useLookup } from '../../../renderer/stores/lookup.ts'
import { useScans } from '../../../renderer/stores/scans.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { useSignIn } from '../../../renderer/stores/signIn.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import ContractsView from '../../../renderer/views/ContractsView.vue'
import LookupView from '../../../renderer/views/LookupView.vue'
import WelcomeView from '../../../renderer/views/WelcomeView.vue'
import { MOST_CONTRACTS, type ContractList, type ContractSummary } from '../../../shared/contract/contracts.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { sampleCustomer } from '../../fakes/officeSamples.ts'
import { mountScreen, settled } from './mountScreen.ts'

const list = sampleAnswers['contracts.list']
const [owing, paid] = list.contracts as [ContractSummary, ContractSummary]

/** *Mis contratos* with these. */
function show(change: Partial<ContractList> = {}, locale: (typeof uiLocales)[number] = 'es-MX') {
  return mountScreen(ContractsView, { locale, path: '/cuenta/contratos', overrides: { 'contracts.list': { ...list, ...change } } })
}
const one = (change: Partial<ContractSummary>): ContractSummary[] => [{ ...owing, ...change }, paid]
/** Amounts and numbers have spaces that do not break. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ')

describe('Mis contratos', () => {
  it('tells each by number, address and its last bill', async () => {
    const { screen } = await show()
    const rows = screen.findAll('li button').map((row) => plain(row.text()))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toContain('Cuenta 40989917-7')
    expect(rows[0]).toContain('C•••• 12 P•••••••, Centro')
    expect(rows[0]).toMatch(/\$1,284\.50.*Pendiente.*Vence el 2 dic 2026/)
    expect(rows[1]).toMatch(/8295249-3.*\$1,102\.00.*Pagada/)
  })

  it('opens a contract at a touch on its row, and says which one is looked at', async () => {
    const { screen, router } = await show()
    const rows = screen.findAll('li button')
    expect(rows.map((row) => row.attributes('aria-current'))).toEqual(['true', undefined])
    expect(rows[0]?.text()).toContain('Lo está viendo')
    await rows[1]?.trigger('click')
    await settled()
    expect([useSession().account, useSession().zoneId]).toEqual([{ accountId: 'a2', invoiceId: 'z1' }, 'mty'])
    expect(router.currentRoute.value.path).toBe('/cuenta')
  })

  it.each([
    ['nothing was billed yet', { last: null, totalOwed: 0 }, 'Todavía no hay facturas'],
    ['older bills are owed too', { totalOwed: 300_000 }, 'Debe en total $3,000.00'],
    [
      'its last bill is in favour',
      { last: { ...owing.last, total: -5_000, balance: -5_000, standing: { kind: 'credit' } } as ContractSummary['last'] },
      /[^−]\$50\.00\s*A su favor/,
    ],
    ['something is in favour', { totalOwed: -5_000 }, 'A su favor $50.00'],
    ['the supply is suspended', { account: { ...owing.account, status: 'suspended' } }, 'Suministro suspendido'],
  ] as const)('says in its row that %s', async (_, change, words) => {
    const { screen } = await show({ contracts: one(change) })
    expect(plain(screen.findAll('li button')[0]?.text() ?? '')).toMatch(words)
  })

  it('writes the money of each as its zone does', async () => {
    const conventions = { currency: 'UYU', locale: 'es-UY', timeZone: 'America/Montevideo', unit: 'm³' }
    const { screen } = await show({ contracts: [{ ...owing, account: { ...owing.account, zoneId: 'mvd', conventions } }, paid], total: null })
    const rows = screen.findAll('li button').map((row) => plain(row.text()))
    expect(rows[0]).toContain('$ 1.284,50')
    expect(rows[1]).toContain('$1,102.00')
  })

  it('adds up what is owed, and nothing where the currencies differ', async () => {
    const { words } = await show()
    expect(plain(words())).toContain('Total adeudado de sus 2 contratos$1,284.50 MXN')
    document.body.innerHTML = ''
    expect((await show({ total: null })).words()).not.toContain('Total adeudado')
  })

  it('says what the total leaves out, and that nothing is owed', async () => {
    const { conventions } = owing.account
    expect((await show({ total: { owed: 0, outdatedInvoices: 0, conventions } })).words()).toContain('No debe nada en estos contratos.')
    const unknown = (await show({ total: { owed: 0, outdatedInvoices: 1, conventions } })).words()
    expect(unknown).toContain('Puede faltar en este total una factura')
    expect(unknown).not.toContain('No debe nada')
    expect((await show({ contracts: one({ totalOwed: -5_000 }) })).words()).toContain('no se descuenta de otro')
  })

  it('says that a contract is no longer there', async () => {
    expect((await show({ contracts: [owing], withdrawn: 1, total: null })).words()).toContain('Un contrato que consultó ya no está en los datos de la empresa')
    expect((await show({ contracts: [owing], withdrawn: 3, total: null })).words()).toContain('3 contratos que consultó ya no están')
  })

  it('offers one more, until there are as many as a visit may hold', async () => {
    const { button, buttons, words, router } = await show()
    button('Consultar otra factura').click()
    await settled()
    expect(router.currentRoute.value.path).toBe('/cuenta/otra-factura')
    useSession().contracts = MOST_CONTRACTS
    await settled()
    expect(buttons()).not.toContain('Consultar otra factura')
    expect(words()).toContain('Ya tiene abiertos 10 contratos')
  })

  it('says what went wrong and tries again', async () => {
    const { kiosk, button, words } = await mountScreen(ContractsView, { overrides: { 'contracts.list': failure({ code: 'disconnected' }) } })
    expect(words()).toContain('perdió el contacto')
    kiosk.answer('contracts.list', list)
    button('Reintentar').click()
    await settled()
    expect(words()).toContain('40989917-7')
  })

  it.each(uiLocales)('speaks every language: %s', async (locale) => {
    const { words } = await show({ contracts: one({ totalOwed: 300_000 }), withdrawn: 2 }, locale)
    expect(words()).not.toMatch(/contracts\.|\{|undefined/)
  })

  it('is forgotten with the visitor, and when the visit holds more or fewer', async () => {
    await show()
    const contracts = useContracts()
    useSession().contracts = 3
    expect(contracts.list).toBeNull()
    const late = contracts.load()
    useSession().forget()
    await late
    expect(contracts.list).toBeNull()
  })
})

describe('Mis contratos of whoever is signed in', () => {
  /** One is here, and one of another branch. */
  async function showTheirs(change: Partial<ContractList>) {
    const shown = await show({ contracts: [owing], total: null, ...change })
    useSignIn().customer = { ...sampleCustomer, elsewhere: 1 }
    await settled()
    return shown
  }

  it('says that one of another branch is being found, and shows it once it has come, without a moment of nothing', async () => {
    const { kiosk, screen, words, buttons } = await showTheirs({ coming: 1 })
    expect(words()).toContain('Estamos buscando otro contrato suyo')
    expect(buttons()).not.toContain('Volver a buscar')
    const answer = Promise.withResolvers<Result<ContractList>>()
    kiosk.answer('contracts.list', () => answer.promise)
    kiosk.emit('contracts.changed', { shown: 2, elsewhere: 0 })
    await settled()
    expect(screen.findAll('li button')).toHaveLength(1)
    answer.resolve(success(list))
    await settled()
    expect(screen.findAll('li button')).toHaveLength(2)
    expect([useSession().contracts, useSignIn().customer?.elsewhere]).toEqual([2, 0])
    expect(words()).not.toContain('Estamos buscando')
  })

  it('says that one did not come, and searches again where that may help', async () => {
    const { kiosk, button, buttons, words } = await showTheirs({ withdrawn: 1, again: true })
    expect(words()).toContain('No pudimos traer otro contrato suyo')
    kiosk.answer('contracts.list', list)
    button('Volver a buscar').click()
    await settled()
    expect(kiosk.called.map(({ channel }) => channel)).toContain('contracts.readAgain')
    expect(words()).toContain('8295249-3')
    expect(buttons()).not.toContain('Volver a buscar')
  })

  it('says of one that will not come that it is elsewhere, and offers no search', async () => {
    const { buttons, words } = await showTheirs({ withdrawn: 1 })
    expect(words()).toContain('Otro contrato suyo no es de esta sucursal')
    expect(buttons()).not.toContain('Volver a buscar')
  })

  it('offers no other bill, which would sign them out, however many they have', async () => {
    const { buttons, words } = await showTheirs({})
    useSession().contracts = MOST_CONTRACTS
    await settled()
    expect(buttons()).not.toContain('Consultar otra factura')
    expect(words()).not.toContain('Ya tiene abiertos')
  })

  it('is reached while one is elsewhere', async () => {
    const { buttons } = await mountScreen(AccountView)
    useSignIn().customer = { ...sampleCustomer, elsewhere: 1 }
    await settled()
    expect(buttons()).toContain('Mis contratos (2)')
  })

  it('is told of nothing that comes for somebody who has left', async () => {
    const { kiosk } = await showTheirs({ coming: 1 })
    const [session, signIn] = [useSession(), useSignIn()]
    session.forget()
    kiosk.emit('contracts.changed', { shown: 2, elsewhere: 0 })
    await settled()
    expect([session.contracts, signIn.customer]).toEqual([0, null])
  })
})

describe('the way to another account', () => {
  it('is the bill of one while there is no other, and then the list of all', async () => {
    const { buttons, button, router } = await mountScreen(AccountView)
    expect(buttons()).toContain('Consultar otra factura')
    useSession().contracts = 2
    await settled()
    expect(buttons()).not.toContain('Consultar otra factura')
    button('Mis contratos (2)').click()
    await settled()
    expect(router.currentRoute.value.path).toBe('/cuenta/contratos')
  })

  it('is there also where the account is no longer in the feed, which is told', async () => {
    const { buttons, words } = await mountScreen(AccountView, { overrides: { 'account.home': failure({ code: 'account-withdrawn' }) } })
    expect(words()).toMatch(/Esta cuenta ya no está en los datos de la empresa\. ?Pregunte en el mostrador\./)
    expect(buttons()).toContain('Consultar otra factura')
  })

  it('is told on the first screen while an account is open', async () => {
    const { words } = await mountScreen(WelcomeView)
    expect(words()).toContain('Para agregar otra factura, vuelva a su cuenta.')
  })
})

describe('the look-up while an account is open', () => {
  async function lookUp(beside: boolean) {
    const shown = await mountScreen(LookupView, {
      props: beside ? { beside } : {},
      overrides: { 'lookup.identify': { accountId: 'a2', invoiceId: 'z1', contracts: beside ? 2 : 1 } },
    })
    const fields = shown.screen.findAll('input')
    await fields[0]?.setValue('8295249')
    await fields[1]?.setValue('ZE40389382')
    const before = shown.words()
    await shown.screen.get('form').trigger('submit')
    await settled()
    const { request } = shown.kiosk.called.find(({ channel }) => channel === 'lookup.identify') ?? {}
    return { ...shown, before, request }
  }

  it('from its screens opens one more beside it', async () => {
    const { screen, before, request, router } = await lookUp(true)
    expect(screen.get('h1').text()).toBe('Consultar otra factura')
    expect(before).toContain('se suma a los que ya tiene abiertos')
    expect(request).toEqual({ zoneId: 'mty', accountNumber: '8295249', invoiceNumber: 'ZE40389382', beside: true })
    expect([useSession().accountId, useSession().contracts]).toEqual(['a2', 2])
    expect(router.currentRoute.value.path).toBe('/cuenta')
  })

  it('from the first screen begins anew, and says so before', async () => {
    const { screen, before, request } = await lookUp(false)
    expect(screen.get('h1').text()).toBe('Consultar con mi factura')
    expect(before).toContain('La cuenta que está abierta se cierra al consultar.')
    expect(request).toEqual({ zoneId: 'mty', accountNumber: '8295249', invoiceNumber: 'ZE40389382' })
    expect(useSession().contracts).toBe(1)
  })

  it('says so whatever the printer says, and of all that are open', async () => {
    const shown = await mountScreen(LookupView, { overrides: { 'printing.printer': { state: 'offline', attention: ['offline'] } } })
    expect(shown.words()).toContain('La cuenta que está abierta se cierra al consultar.')
    useSession().contracts = 3
    await settled()
    expect(shown.words()).toContain('Las 3 cuentas que están abiertas se cierran al consultar.')
  })

  it('is not sent by itself when a code has told both numbers: nothing closes that was not read', async () => {
    const filled = async (beside: boolean): Promise<string[]> => {
      const { kiosk } = await mountScreen(LookupView, { props: { beside } })
      Object.assign(useLookup(), { chosenZone: 'mty', accountNumber: '40989917', invoiceNumber: 'DE 4043 2503' })
      useScans().filled = { kind: 'bill' }
      await settled()
      return kiosk.called.map(({ channel }) => channel).filter((channel) => channel === 'lookup.identify')
    }
    expect(await filled(false)).toEqual([])
    expect(await filled(true)).toEqual(['lookup.identify'])
  })

  it('says that a visit holds no more accounts, and leaves the open one open', async () => {
    const { words } = await mountScreen(LookupView, { props: { beside: true }, overrides: { 'lookup.identify': failure({ code: 'contract-limit' }) } })
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await settled()
    expect(words()).toContain('Ya tiene abiertos todos los contratos que caben en una visita.')
    expect(useSession().accountId).toBe('a1')
  })
})
