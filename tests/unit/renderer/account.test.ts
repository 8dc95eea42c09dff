import { describe, expect, it } from 'vitest'
import { uiLocales, type UiLocale } from '../../../renderer/i18n/languages.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import { useAccount } from '../../../renderer/stores/account.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { sampleAccount, sampleAnswers } from '../../fakes/kioskSamples.ts'
import { mountScreen, settled } from './mountScreen.ts'

const home = sampleAnswers['account.home']
const uruguayan = { ...sampleAccount, conventions: { currency: 'UYU', locale: 'es-UY', timeZone: 'America/Montevideo', unit: 'm³' } }

describe('Mi cuenta', () => {
  it('shows whose account it is, masked, and its number with the check digit', async () => {
    const { screen, words } = await mountScreen(AccountView)
    expect(screen.get('h1').text()).toBe('Mi cuenta')
    expect(words()).toContain('A•• M••••• P•••')
    expect(words()).toContain('Cuenta 40989917-7')
  })

  it('offers the duplicate of the identified invoice first, by its number', async () => {
    const { buttons } = await mountScreen(AccountView)
    expect(buttons().slice(0, 3)).toEqual(['Mis datos', 'Consultar otra factura', 'Imprimir duplicado DE 4043 2503'])
  })

  it('says what is owed, by when and over how many invoices', async () => {
    const { words } = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, pendingInvoices: 2 } } })
    expect(words()).toContain('Total adeudado$1,284.50 MXN')
    expect(words()).toContain('La primera vence el 2 dic 2026')
    expect(words()).toContain('2 facturas por pagar')
  })

  it('says that the date has passed', async () => {
    const { words } = await mountScreen(AccountView, {
      overrides: { 'account.home': { ...home, nextDue: { kind: 'overdue', on: '2026-09-28' } } },
    })
    expect(words()).toContain('Venció el 28 sep 2026')
  })

  it('is calm when nothing is owed', async () => {
    const { words } = await mountScreen(AccountView, {
      overrides: { 'account.home': { ...home, totalOwed: 0, pendingInvoices: 0, nextDue: null } },
    })
    expect(words()).toContain('Total adeudado$0.00 MXN')
    expect(words()).toContain('Está al corrienteNo tiene nada que pagar.')
    expect(words()).not.toContain('facturas por pagar')
  })

  it('names a credit, without a sign, in the way of the zone and the words of the country', async () => {
    const { words } = await mountScreen(AccountView, {
      locale: 'es-UY',
      overrides: { 'account.home': { ...home, account: uruguayan, totalOwed: -363900, pendingInvoices: 0, nextDue: null } },
    })
    expect(words()).toContain('Saldo a favor$ 3.639,00 UYU')
    expect(words()).not.toContain('Total adeudado')
  })

  it('keeps the money of the zone when the screen speaks English', async () => {
    const { words } = await mountScreen(AccountView, { locale: 'en', overrides: { 'account.home': { ...home, account: uruguayan } } })
    expect(words()).toContain('$ 1.284,50')
    expect(words()).toContain('Due on 2 December 2026')
  })

  it('tells how many notices there are for the account, and shows them in full at a touch', async () => {
    const notice = (id: string, validTo: string | null) => ({ id, title: `Aviso ${id}`, body: 'Anote las cifras negras.\n\nGracias.', validTo })
    const notices = { newest: [notice('1', '2026-11-24'), notice('2', null)], more: false }
    const { button } = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, notices } } })
    button('Avisos (2)').click()
    await settled()
    const dialog = document.querySelector('dialog')
    expect([...(dialog?.querySelectorAll('h2, h3') ?? [])].map(({ textContent }) => textContent)).toEqual(['Avisos de su cuenta', 'Aviso 1', 'Aviso 2'])
    expect(dialog?.textContent?.match(/Aviso vigente hasta el [^A]*?2026/g)).toEqual(['Aviso vigente hasta el 24 de noviembre de 2026'])
    expect(dialog?.textContent).not.toContain('más recientes')
  })

  it('says that there are more notices than it shows, and tells of none where there is none', async () => {
    const newest = [{ id: 'n', title: 'Aviso', body: 'Texto', validTo: null }]
    const { button } = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, notices: { newest, more: true } } } })
    button('Avisos (1+)').click()
    await settled()
    expect(document.querySelector('dialog')?.textContent).toContain('Aquí están los 1 más recientes')
    document.body.innerHTML = ''
    const { buttons } = await mountScreen(AccountView)
    expect(buttons().filter((name) => name.startsWith('Avisos'))).toEqual([])
  })

  it('goes on without the identified invoice when it has been withdrawn', async () => {
    const { words, buttons } = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, identified: null } } })
    expect(words()).toContain('ya no está disponible')
    expect(buttons()).toContain('Mis facturas')
    expect(buttons().some((name) => name.startsWith('Imprimir'))).toBe(false)
  })

  it('opens one invoice by a touch on its row, and all of them', async () => {
    const { screen, button, router } = await mountScreen(AccountView)
    await screen
      .findAll('a')
      .find((link) => /^Detalle de la factura.*DM 4031 7781/.test(link.text()))
      ?.trigger('click')
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/facturas/i2')
    button('Mis facturas').click()
    await settled()
    expect(router.currentRoute.value.fullPath).toBe('/cuenta/facturas')
  })

  it('shows an invoice as it would be printed, without leaving', async () => {
    const { button, router, kiosk } = await mountScreen(AccountView)
    button('Ver DM 4031 7781').click()
    await settled()
    expect(kiosk.called).toContainEqual({ channel: 'preview.open', request: { document: { kind: 'duplicate', invoiceId: 'i2' } } })
    expect(router.currentRoute.value.fullPath).toBe('/cuenta')
  })

  it('says what went wrong and tries again', async () => {
    const { kiosk, button, words } = await mountScreen(AccountView, {
      overrides: { 'account.home': { ok: false, problem: { code: 'internal', incidentId: 'abc123' } } },
    })
    expect(words()).toContain('abc123')
    kiosk.answer('account.home', home)
    button('Reintentar').click()
    await settled()
    expect(words()).toContain('Total adeudado')
  })
})

describe('a supply that is suspended, an account that is closed', () => {
  const show = async (status: 'active' | 'suspended' | 'closed', totalOwed: number, locale: UiLocale = 'es-MX', pendingInvoices = totalOwed > 0 ? 1 : 0) => {
    const shown = await mountScreen(AccountView, {
      locale,
      overrides: { 'account.home': { ...home, account: { ...home.account, status }, totalOwed, pendingInvoices } },
    })
    return shown.words()
  }

  it('says what to do: here, at the counter or by the telephone of the company that serves it', async () => {
    expect(await show('suspended', 128_450)).toContain(
      'Pague lo que debe y pida la reconexión en Solicitudes de suministro o en el mostrador, o llame al 81 8000 4427.',
    )
    expect(await show('suspended', 0)).toContain('Su suministro está suspendido. Pida la reconexión en Solicitudes de suministro o en el mostrador')
    // An invoice may wait although the account as a whole owes nothing.
    expect(await show('suspended', 0, 'es-MX', 1)).toContain('Pague lo que debe')
    expect(await show('closed', 128_450)).toContain('Esta cuenta está cerrada. Lo que debe todavía se puede pagar.')
    expect(await show('active', 128_450)).not.toMatch(/mostrador|suspendido|cerrada/)
  })

  it.each(uiLocales)('in every language: %s', async (locale) => {
    for (const status of ['suspended', 'closed'] as const) expect(await show(status, 0, locale)).toContain('81 8000 4427')
  })
})

describe('S13 the account is gone with its visitor', () => {
  it('forgets what was shown', async () => {
    const { kiosk } = await mountScreen(AccountView)
    const account = useAccount()
    expect(account.home).not.toBeNull()
    kiosk.emit('session.ended', { reason: 'idle' })
    expect(account.home).toBeNull()
  })

  it('lets no answer in that was asked for by the visitor before', async () => {
    await mountScreen(AccountView)
    const account = useAccount()
    const late = account.loadList()
    useSession().forget()
    await late
    expect(account.list).toBeNull()
  })
})
