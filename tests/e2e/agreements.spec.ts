import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { anAgreement, installments } from '../fixtures/accounts/agreements.ts'
import { expect, test } from './fixtures.ts'
import { agreements } from './pages/agreements.ts'
import { expectSound } from './pages/checks.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { amountOf } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

test('each agreement is told with its installments, those in force first, and what is overdue is marked', async ({ page }) => {
  const person = counter(page)
  const { open, names, installments: told } = agreements(page)
  await person.identify(monterrey)
  await open()
  await expect(names).toHaveCount(3)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Vigentes y propuestos', 'Anteriores'])

  const rows = await told(0)
  expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(rows.map(([, , , state]) => state?.match(/^(Pagada|Vencida|Pendiente)/)?.[0])).toEqual([
    'Pagada',
    'Pagada',
    'Vencida',
    'Pendiente',
    'Pendiente',
    'Pendiente',
  ])
  const amounts = rows.map(([, , amount = '']) => amountOf(amount))
  const sentence = page.getByText(/^Falta pagar/)
  await expect(sentence).toHaveCount(1)
  const [left = '', next = ''] = (await sentence.innerText()).match(/\$[\d,.]+\d/g) ?? []
  // To the cent: sums of fractions are not exact.
  expect(amountOf(left)).toBeCloseTo(sumOf(amounts.slice(2)), 5)
  expect(amountOf(next)).toBe(amounts[3])
  expect((await told(1)).map(([, , , state]) => state)).toEqual(Array<string>(6).fill('Propuesta'))
  expect((await told(2)).every(([, , , state]) => state?.startsWith('Pagada'))).toBe(true)
})

test('the agreement on paper says what the screen says', { tag: '@paper' }, async ({ page, printer }) => {
  const person = counter(page)
  const before = printer.jobs().length
  const { open, names, installments: told } = agreements(page)
  await person.identify(monterrey)
  await open()
  const rows = await told(0)
  const number = (await names.first().innerText()).replace('Acuerdo ', '')
  await person.button(`Ver ${number}`).click()
  await expect(page.getByRole('dialog')).toContainText('Total acordado')
  await person.closeDialog()
  await person.button(`Imprimir ${number}`).click()
  await expect(page.getByText(/^Listo/)).toBeVisible()

  const [paper = '', ...more] = printer.jobs().slice(before)
  expect(more).toEqual([])
  checkPdf(paper)
  const text = textOf(paper)
  expect(text).toContain(number)
  for (const [, , amount = ''] of rows) expect(text).toContain(amount)
  expect(text.match(/Pagada el/g)).toHaveLength(2)
  expect(text.match(/Vencida/g)).toHaveLength(1)
})

test('an account without agreements says so, and where to ask for one', async ({ page }) => {
  await counter(page).identify(nuevoLaredo)
  await agreements(page).open()
  await expect(page.getByText('No hay acuerdos de pago en esta cuenta.')).toBeVisible()
  await expect(page.getByText('pida un acuerdo en el mostrador')).toBeVisible()
  await expectSound(page)
})

test('while the utility is away, sixty installments are read and printed, and none is lost on the way', { tag: '@browser' }, async () => {
  await withUtility(
    async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const { open, installments: told } = agreements(page)
      await person.identify(monterrey)
      sandbox.faults.set('down')
      await expect(person.offline).toBeVisible()
      await open()
      expect(await told(0, 60)).toHaveLength(60)
      await expect(page.getByText('Ha pagado 3 de 60 cuotas.')).toBeVisible()
      await person.button('Imprimir CP-60').click()
      await expect(page.getByText(/^Listo/)).toBeVisible()
      const folder = join(kiosk.dataDir, 'impresos')
      const [paper = ''] = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
      expect(textOf(join(folder, paper)).match(/^ *\d+ +\d+ de \p{L}+ de \d{4}/gmu)).toHaveLength(60)
      await person.finish()
    },
    (sandbox) => {
      const accountId = inventAccount(knownAccounts.monterrey.index, '2026-11-21').account.id
      sandbox.upsert(
        'agreement',
        anAgreement({ id: 'ag-60', accountId, number: 'CP-60', agreedOn: '2030-01-01', total: 600_000, installments: installments(60, 3) }),
      )
    },
  )
})
