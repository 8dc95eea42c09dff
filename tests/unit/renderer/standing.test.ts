import { describe, expect, it } from 'vitest'
import { uiLocales, type UiLocale } from '../../../renderer/i18n/languages.ts'
import AccountView from '../../../renderer/views/AccountView.vue'
import InvoiceView from '../../../renderer/views/InvoiceView.vue'
import InvoicesView from '../../../renderer/views/InvoicesView.vue'
import PayView from '../../../renderer/views/PayView.vue'
import type { InvoiceSummary } from '../../../shared/contract/account.ts'
import type { KnownInvoice } from '../../../shared/domain/owed.ts'
import { standingOf } from '../../../shared/domain/invoiceStanding.ts'
import { sampleAnswers, sampleDetail, sampleInvoices } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { mountScreen } from './mountScreen.ts'

const [base] = sampleInvoices as [InvoiceSummary]
const home = sampleAnswers['account.home']
const list = sampleAnswers['account.invoices']

/** As main tells it on 21 November 2026; what is paid was paid on the 18th. */
const as = (change: Partial<InvoiceSummary> & Pick<KnownInvoice, 'outdated'>): InvoiceSummary => {
  const invoice = { ...base, ...change }
  return { ...invoice, standing: standingOf(invoice, '2026-11-21', '2026-11-18') }
}
const due = as({ dueOn: '2026-12-02' })
const dueToday = as({ dueOn: '2026-11-21' })
const overdue = as({ dueOn: '2026-11-02' })
const paid = as({ dueOn: '2026-11-02', status: 'paid', balance: 0 })
const cancelled = as({ dueOn: '2026-11-02', status: 'cancelled' })
const credit = as({ total: -50_00, balance: -50_00 })

const outdated = as({ dueOn: '2026-11-02', outdated: true })

const screens: [name: string, show: (invoice: InvoiceSummary, locale: UiLocale) => ReturnType<typeof mountScreen>][] = [
  [
    'Mi cuenta',
    (invoice, locale) =>
      mountScreen(AccountView, { locale, overrides: { 'account.home': { ...home, identified: invoice, nextDue: null, latest: [invoice], totalOwed: 0 } } }),
  ],
  ['Mis facturas', (invoice, locale) => mountScreen(InvoicesView, { locale, overrides: { 'account.invoices': { ...list, months: [], invoices: [invoice] } } })],
  ['Factura', (invoice, locale) => mountScreen(InvoiceView, { locale, props: { id: 'i1' }, overrides: { 'account.invoice': { ...sampleDetail, invoice } } })],
]

const words: Record<UiLocale, Record<'due' | 'today' | 'overdue' | 'paid', RegExp>> = {
  'es-MX': { due: /Vence el 2 (de )?dic/, today: /Vence hoy/, overdue: /Venció el 2 (de )?nov/, paid: /Pagada el 18 (de )?nov/ },
  'es-UY': { due: /Vence el 2 (de )?dic/, today: /Vence hoy/, overdue: /Venció el 2 (de )?nov/, paid: /Pagada el 18 (de )?nov/ },
  en: { due: /Due on \d+ Dec/, today: /Due today/, overdue: /Was due on \d+ Nov/, paid: /Paid on \d+ Nov/ },
  pt: { due: /Vence em 2 de dez/, today: /Vence hoje/, overdue: /Venceu em 2 de nov/, paid: /Paga em 18 de nov/ },
}
const falling = /Venc|[Dd]ue/u
const changed: Record<UiLocale, RegExp> = {
  'es-MX': /Modificada.*este kiosco todavía no puede leer el cambio\. Pregunte en el mostrador/,
  'es-UY': /Modificada.*este kiosco todavía no puede leer el cambio\. Pregunte en el mostrador/,
  en: /Changed.*this kiosk cannot read the change yet\. Please ask at the counter/,
  pt: /Alterada.*este quiosque ainda não consegue ler a alteração\. Pergunte no balcão/,
}

describe.each(screens)('%s says of an invoice, by the date of its zone,', (_name, show) => {
  it.each(uiLocales)('due, due today, overdue and paid, each in its own words: %s', async (locale) => {
    const cases: [InvoiceSummary, RegExp][] = [
      [due, words[locale].due],
      [dueToday, words[locale].today],
      [overdue, words[locale].overdue],
      [paid, words[locale].paid],
    ]
    for (const [invoice, expected] of cases) {
      const shown = await show(invoice, locale)
      await eventually(() => expect(shown.words()).toMatch(expected))
      shown.screen.unmount()
    }
  })

  it.each(uiLocales)('nothing of a due date, and no way to pay, once it is paid, cancelled or a credit: %s', async (locale) => {
    for (const invoice of [paid, cancelled, credit]) {
      const shown = await show(invoice, locale)
      await eventually(() => expect(shown.words()).toContain(invoice.number))
      expect(shown.words()).not.toMatch(falling)
      expect(shown.buttons().filter((name) => /^(Pagar|Pay)\b/u.test(name))).toEqual([])
      shown.screen.unmount()
    }
  })
})

it.each(screens.slice(0, 2))('%s writes what is in favour without a sign, which the word beside it would say again', async (_name, show) => {
  for (const locale of uiLocales) {
    const shown = await show(credit, locale)
    await eventually(() => expect(shown.words()).toContain('$50.00'))
    expect(shown.words()).not.toContain('−$50.00')
    shown.screen.unmount()
  }
})

describe('an invoice that the company changed, and that cannot be read here', () => {
  const pays = /^(Pagar|Pay)\b/u

  describe.each(screens)('%s', (_name, show) => {
    it.each(uiLocales)('says so, sends to the counter, and asks for nothing: %s', async (locale) => {
      const shown = await show(outdated, locale)
      await eventually(() => expect(shown.words()).toMatch(changed[locale]))
      expect(shown.words()).not.toMatch(falling)
      expect(shown.buttons().filter((name) => pays.test(name))).toEqual([])
    })
  })

  it.each<[UiLocale, RegExp, RegExp]>([
    ['es-MX', /Puede faltar en este total una factura que la empresa modificó/, /corriente|nada que pagar/],
    ['es-UY', /Puede faltar en este total una factura que la empresa modificó/, /al día|nada que pagar/],
    ['en', /This total may leave out an invoice that the company has changed/, /Nothing due|nothing to pay/],
    ['pt', /Pode faltar neste total uma fatura que a empresa alterou/, /em dia|nada a pagar/],
  ])('Mi cuenta does not call the total complete: %s', async (locale, leftOut, calm) => {
    for (const totalOwed of [0, -50_00, 128_450]) {
      const overrides = {
        'account.home': { ...home, identified: outdated, nextDue: null, pendingInvoices: 0, outdatedInvoices: 1, oldestOwed: null, totalOwed },
      }
      const shown = await mountScreen(AccountView, { locale, overrides })
      await eventually(() => expect(shown.words()).toMatch(leftOut))
      expect(shown.words()).not.toMatch(calm)
      shown.screen.unmount()
    }
  })

  it('Pagar says why it cannot be paid here, and leads back', async () => {
    const shown = await mountScreen(PayView, { props: { id: 'i1' }, overrides: { 'payment.options': { ok: false, problem: { code: 'outdated-invoice' } } } })
    expect(shown.words()).toContain('La empresa modificó esta factura y este kiosco todavía no puede leer el cambio.Pregunte en el mostrador cuánto debe')
    expect(shown.buttons()).toEqual(['Volver a mi cuenta'])
  })
})

it('Pagar says the same of each invoice as the other screens', async () => {
  const options = sampleAnswers['payment.options']
  const invoices = [due, { ...overdue, id: 'i2', number: 'DM 1' }, { ...dueToday, id: 'i3', number: 'DL 1' }].map((invoice) => ({
    ...invoice,
    payBy: '2026-12-02',
  }))
  const shown = await mountScreen(PayView, { props: { id: 'i1' }, overrides: { 'payment.options': { ...options, invoices } } })
  await eventually(() => expect(shown.words()).toMatch(/Vence el 2 dic 2026.*Venció el 2 nov 2026.*Vence hoy/u))
})

it('what is left of an invoice that was paid in part stands beside its total', async () => {
  const shown = await mountScreen(AccountView, { overrides: { 'account.home': { ...home, identified: as({ balance: 50_000 }) } } })
  expect(shown.words()).toContain('$1,284.50')
  expect(shown.words()).toContain('Falta pagar $500.00')
})
