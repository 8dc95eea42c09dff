import { join } from 'node:path'
import { openForReading } from '../../electron/cache/openDatabase.ts'
import { query } from '../../electron/cache/statement.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { contracts, sampleBill } from './pages/contracts.ts'
import { counter, monterrey, nuevoLaredo } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { withUtility } from './withUtility.ts'

const first = sampleBill(0)
const second = sampleBill(2)

/** Whose the papers are that this kiosk was asked for, in order, by its jobs and by its audit. */
function ownersOfPaper(dataDir: string) {
  const db = openForReading(join(dataDir, 'ventanilla.db'))
  const all = (sql: string) => query<[], string>(db, sql).pluck().all()
  try {
    return {
      jobs: all('SELECT account_id FROM print_job ORDER BY seq'),
      audit: all("SELECT subject ->> 'accountId' FROM audit WHERE what = 'print.requested' ORDER BY seq"),
    }
  } finally {
    db.close()
  }
}

test(
  'two bills of two zones in one visit: to and fro, a duplicate of each, a claim on the second, and each is its own account’s',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      const { rows, another, row, open, show, add } = contracts(page)
      const main = page.locator('main')
      async function print(): Promise<void> {
        await person
          .button(/^Imprimir duplicado/)
          .first()
          .click()
        await expect(page.getByText(/^Listo/)).toBeVisible()
        await person.button('Ir a mi cuenta').click()
        await expect(person.heading('Mi cuenta')).toBeVisible()
      }
      await person.identify(first)
      await expect(main).toContainText('$1,284.50')
      await add(second)
      await expect(page.getByRole('region', { name: /Total adeudado|Saldo a favor/ })).toContainText('UYU')
      expect(await main.innerText()).not.toMatch(/40989917|1,284/)
      await print()
      await expect(main).toContainText(second.account)

      await open()
      await expect(rows).toHaveCount(2)
      await expect(rows.first()).toContainText('Lo está viendo')
      // What is owed in two currencies adds up to nothing.
      await expect(main).not.toContainText('Total adeudado de sus')
      await row(first.account).click()
      await expect(main).toContainText('$1,284.50')
      expect(await main.innerText()).not.toContain(second.account)
      await print()
      await person.openInvoices()
      await expect(person.button(/^Imprimir duplicado/).first()).toContainText('Imprimir')
      expect(await main.innerText()).not.toContain(second.invoice)
      await person.button(/^Volver/).click()

      await show(second.account)
      await requests(page).fileClaim({ topic: 'Consumo elevado', text: 'Llegó al doble.', reading: '4209' })
      await expect.poll(() => sandbox.commands().map(({ command }) => [command.kind, command.accountId])).toEqual([['claim', second.accountId]])
      const owners = [second.accountId, first.accountId]
      expect(ownersOfPaper(kiosk.dataDir)).toEqual({ jobs: owners, audit: owners })

      await person.finish()
      await person.identify(first)
      await expect(another).toBeVisible()
    })
  },
)

test('without a network all contracts are there, and one that the company has withdrawn is told', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const { rows, open, show, add } = contracts(page)
    const main = page.locator('main')
    await person.identify(first)
    await add(nuevoLaredo)
    sandbox.faults.set('down')
    await expect(person.offline).toBeVisible()
    await show(first.account)
    await open()
    await expect(rows).toHaveCount(2)
    await expect(main).toContainText('Total adeudado de sus 2 contratos')
    await expect(page.getByText(/^Datos al /)).toBeVisible()

    sandbox.faults.set(null)
    sandbox.remove('account', first.accountId)
    const goTo = (path: string) => page.evaluate((hash) => (location.hash = hash), `#${path}`)
    const withdrawn = main.getByText('Un contrato que consultó ya no está en los datos de la empresa')
    // The feed tells of it when the network is back; the list is asked for when its screen opens.
    await expect(async () => {
      await goTo('/cuenta')
      await expect(person.heading('Mi cuenta')).toBeVisible({ timeout: 5_000 })
      await goTo('/cuenta/contratos')
      await expect(withdrawn).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(rows).toHaveCount(1)
    await expectSound(page)
    // It is the one that is looked at.
    await goTo('/cuenta')
    await expect(main).toContainText('Esta cuenta ya no está en los datos de la empresa')
    await open()
    await rows.first().getByRole('button').click()
    await expect(main).toContainText(nuevoLaredo.account)
  })
})

test('a look-up from the first screen begins anew and says so; one account has no list', async ({ page }) => {
  const person = counter(page)
  const { another } = contracts(page)
  await person.identify(monterrey)
  await person.button(/^Inicio/).click()
  await expect(page.getByText('Para agregar otra factura, vuelva a su cuenta.')).toBeVisible()
  await person.openLookup()
  await expect(page.getByText('La cuenta que está abierta se cierra al consultar.')).toBeVisible()
  await person.button(/^Inicio/).click()
  await person.identify(nuevoLaredo)
  await expect(another).toBeVisible()
  await page.evaluate(() => (location.hash = '#/cuenta/contratos'))
  await expect(person.heading('Mi cuenta')).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain(monterrey.account)
})

test(
  'ten contracts: the list moves by pages and by keyboard alone, and axe finds nothing; there is room for no more',
  { tag: '@browser' },
  async ({ page }) => {
    const person = counter(page)
    const { rows, another, open, openLookup, add } = contracts(page)
    await person.identify(first)
    for (let index = 1; index < 9; index += 1) await add(sampleBill(index))
    await openLookup()
    await person.button(/^Inicio/).click()
    await person.button('Volver a mi cuenta').click()
    await add(sampleBill(9))
    await open()
    await expect(rows).toHaveCount(10)
    await expect(another).toBeHidden()
    await expect(page.getByText('Ya tiene abiertos 10 contratos')).toBeVisible()
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expectSound(page)
      await expect(page.getByText(/^1 a \d+ de 10$/)).toBeVisible()
      await page.getByRole('button', { name: 'Siguientes' }).click()
      await expect(page.getByText(/^1 a \d+ de 10$/)).toBeHidden()
      await page.getByRole('button', { name: 'Anteriores' }).click()
      await expect(page.getByText(/^1 a \d+ de 10$/)).toBeVisible()
    }
    await rows.first().getByRole('button').focus()
    for (let row = 1; row < 10; row += 1) await page.keyboard.press('Tab')
    await expect(rows.last().getByRole('button')).toBeFocused()
    await expect(rows.last()).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await expect(page.locator('main')).toContainText(first.account)
  },
)
