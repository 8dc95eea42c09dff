import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { elsewhereIndex } from '../../electron/sandbox/sample/elsewhere.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { checkPdf, readCodes, textOf } from '../fixtures/documents/readPaper.ts'
import type { Kiosk } from '../fixtures/shell/startKiosk.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, expectSoundAtEverySize } from './pages/checks.ts'
import { contracts, sampleBill } from './pages/contracts.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { expectNothingKept } from './pages/kept.ts'
import { paying } from './pages/pay.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const { registered } = sampleLogins
/** Her contract that the branch's feed never holds. */
const far = sampleBill(elsewhereIndex)
/** By which it would be known again; the same on every day. */
const { meterNumber, supplyAddress } = inventAccount(elsewhereIndex, '2026-11-21').account
/** Hers of this branch, which the feed keeps here. */
const near = inventAccount(knownAccounts.monterrey.index, '2026-11-21').account.supplyAddress
const SENTINELS = [far.account, meterNumber, supplyAddress.street]

const printed = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'impresos'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.pdf'))
    .map(({ parentPath, name }) => join(parentPath, name))

async function signInTo(page: Page): Promise<void> {
  await signIn(page).open()
  await signIn(page).enter(registered.login, registered.password)
  await expect(counter(page).heading('Mi cuenta')).toBeVisible()
}

async function openIts(page: Page): Promise<void> {
  const { rows, open, row } = contracts(page)
  const person = counter(page)
  await open()
  await expect(rows).toHaveCount(2)
  await expect(page.locator('main')).toContainText('Total adeudado de sus 2 contratos')
  await expect(person.button('Consultar otra factura')).toBeHidden()
  await expectSoundAtEverySize(page)
  await row(far.account).click()
  await expect(person.heading('Mi cuenta')).toBeVisible()
  for (const words of [far.account, supplyAddress.street]) await expect(page.locator('main')).toContainText(words)
}

/** Its invoice on the screen and on paper. */
async function printIts(page: Page, kiosk: Kiosk): Promise<void> {
  const person = counter(page)
  await person.openInvoices()
  await person.openInvoice()
  await expect(page.locator('main')).toContainText(far.invoice)
  await person
    .button(/^Imprimir duplicado/)
    .first()
    .click()
  await expect(page.getByText(/^Listo/)).toBeVisible()
  const [paper = ''] = printed(kiosk.dataDir)
  checkPdf(paper)
  expect(textOf(paper)).toContain(far.invoice)
  await person.button('Ir a mi cuenta').click()
}

/** Its statement, which a thread of its own extracts and draws. */
async function readIts(page: Page): Promise<void> {
  const person = counter(page)
  const { open, figures, movements } = statement(page)
  await open()
  const { closing } = await figures()
  expect((await movements()).length).toBeGreaterThan(0)
  await person.button(/^Ver/).click()
  await expect(page.getByRole('dialog')).toContainText(closing)
  await person.closeDialog()
  await person.button(/^Volver/).click()
}

/** Both contracts with one slip. */
async function payBoth(page: Page, kiosk: Kiosk): Promise<void> {
  const { openTogether, contract, place, print } = paying(page)
  await openTogether()
  for (const account of [monterrey.account, far.account]) await expect(contract(account)).toBeChecked()
  await place('BBVA').click()
  await print()
  const slips = printed(kiosk.dataDir).filter((paper) => textOf(paper).includes('Ficha de pago'))
  expect(slips).toHaveLength(1)
  for (const account of [monterrey.account, far.account]) expect(textOf(slips[0] ?? '')).toContain(account)
  expect(readCodes(slips[0] ?? '')).toHaveLength(2)
  await counter(page).button('Ir a mi cuenta').click()
}

test(
  'the contract of another branch comes by itself, is read, printed and claimed about like every other, and leaves no byte',
  { tag: '@browser' },
  async () => {
    await withUtility(async ({ page, sandbox, kiosk }) => {
      const person = counter(page)
      await expect(person.online).toBeVisible()
      await signInTo(page)
      await openIts(page)
      await printIts(page, kiosk)
      await readIts(page)
      await payBoth(page, kiosk)
      await requests(page).fileClaim({ topic: 'Cobro indebido', text: 'Llegó al doble.', invoice: far.invoice })
      await expect.poll(() => sandbox.commands().map(({ command }) => [command.accountId, command.actor.kind])).toEqual([[far.accountId, 'customer']])
      expectNothingKept(kiosk, SENTINELS, [near.street])

      await person.finish()
      await page.evaluate(() => (location.hash = '#/cuenta'))
      await expect(person.heading('Bienvenido')).toBeVisible()
      expectNothingKept(kiosk, SENTINELS, [near.street])
      // A page that is left open would complain that its program is gone.
      await page.close()
      await kiosk.stop()
      expectNothingKept(kiosk, SENTINELS, [near.street])
    })
  },
)

test('one that does not come is said to be elsewhere, nothing else is missing, and it is searched for again', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const { rows, open } = contracts(page)
    // Her contract of this branch is here once the first load is.
    await person.identify(monterrey)
    await person.finish()
    sandbox.faults.set('status', { status: 500, paths: /\/accounts\// })
    await signInTo(page)
    await expect(page.getByText('1 contrato más en otra sucursal')).toBeVisible()
    await open()
    await expect(page.getByText('No pudimos traer otro contrato suyo')).toBeVisible()
    await expect(rows).toHaveCount(1)
    await expectSound(page)
    sandbox.faults.set(null)
    await person.button('Volver a buscar').click()
    await expect(rows).toHaveCount(2)
    await expect(page.getByText('contrato suyo')).toHaveCount(0)
    await expectSound(page)
  })
})
