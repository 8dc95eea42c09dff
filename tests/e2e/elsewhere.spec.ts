import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { elsewhereIndex } from '../../electron/sandbox/sample/elsewhere.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { checkPdf, textOf } from '../fixtures/documents/readPaper.ts'
import { expect, test } from './fixtures.ts'
import { expectSound, sizes } from './pages/checks.ts'
import { contracts, sampleBill } from './pages/contracts.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { requests } from './pages/requests.ts'
import { signIn } from './pages/signIn.ts'
import { statement } from './pages/statement.ts'
import { withUtility } from './withUtility.ts'

const { registered } = sampleLogins
/** Her contract that the branch's feed never holds. */
const far = sampleBill(elsewhereIndex)
/** By which it would be known again; the same on every day. */
const { meterNumber, supplyAddress } = inventAccount(elsewhereIndex, '2026-11-21').account
const SENTINELS = [far.account, meterNumber, supplyAddress.street]

/** What the kiosk has on its disk and in its log, but for the papers that came out of its printer. */
const kept = (dataDir: string, log: string): string =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('impresos'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n') + log
const printed = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'impresos'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.pdf'))
    .map(({ parentPath, name }) => join(parentPath, name))

test('the contract of another branch comes by itself, is read, printed and claimed about as any other, and leaves no byte', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox, kiosk }) => {
    const person = counter(page)
    const { rows, open, row } = contracts(page)
    const main = page.locator('main')
    await expect(person.online).toBeVisible()
    await signIn(page).open()
    await signIn(page).enter(registered.login, registered.password)
    await open()
    await expect(rows).toHaveCount(2)
    await expect(main).toContainText('Total adeudado de sus 2 contratos')
    await expect(person.button('Consultar otra factura')).toBeHidden()
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expectSound(page)
    }
    await row(far.account).click()
    await expect(person.heading('Mi cuenta')).toBeVisible()
    await expect(main).toContainText(far.account)
    await expect(main).toContainText(supplyAddress.street)

    await person.openInvoices()
    await person.openInvoice()
    await expect(main).toContainText(far.invoice)
    await person
      .button(/^Imprimir duplicado/)
      .first()
      .click()
    await expect(page.getByText(/^Listo/)).toBeVisible()
    const [paper = ''] = printed(kiosk.dataDir)
    checkPdf(paper)
    expect(textOf(paper)).toContain(far.invoice)

    await person.button('Ir a mi cuenta').click()
    await statement(page).open()
    const figures = await statement(page).figures()
    expect((await statement(page).movements()).length).toBeGreaterThan(0)
    await person.button(/^Ver/).click()
    await expect(page.getByRole('dialog')).toContainText(figures.closing)
    await person.closeDialog()
    await person.button(/^Volver/).click()

    await requests(page).fileClaim({ topic: 'Cobro indebido', text: 'Llegó al doble.', invoice: far.invoice })
    await expect.poll(() => sandbox.commands().map(({ command }) => [command.accountId, command.actor.kind])).toEqual([[far.accountId, 'customer']])
    for (const sentinel of SENTINELS) expect(kept(kiosk.dataDir, kiosk.log())).not.toContain(sentinel)

    await person.finish()
    await page.evaluate(() => (location.hash = '#/cuenta'))
    await expect(person.heading('Bienvenido')).toBeVisible()
    for (const sentinel of SENTINELS) expect(kept(kiosk.dataDir, kiosk.log())).not.toContain(sentinel)
    // A page that is left open would complain that its program is gone.
    await page.close()
    await kiosk.stop()
    for (const sentinel of SENTINELS) expect(kept(kiosk.dataDir, kiosk.log())).not.toContain(sentinel)
  })
})

test('one that does not come is said to be elsewhere, nothing else is missing, and it is searched for again', { tag: '@browser' }, async () => {
  await withUtility(async ({ page, sandbox }) => {
    const person = counter(page)
    const { rows, open } = contracts(page)
    // Her contract of this branch is here once the first load is.
    await person.identify(monterrey)
    await person.finish()
    sandbox.faults.set('status', { status: 500, paths: /\/accounts\// })
    await signIn(page).open()
    await signIn(page).enter(registered.login, registered.password)
    await expect(person.heading('Mi cuenta')).toBeVisible()
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
