import type { Page } from '@playwright/test'
import { systemClock } from '../../electron/clock.ts'
import { sampleLogins } from '../../electron/sandbox/data/customers.ts'
import { knownAccounts } from '../../electron/sandbox/sample/known.ts'
import { inventAccount } from '../../electron/sandbox/sample/records.ts'
import { sampleBranch } from '../../electron/sandbox/sampleKiosk.ts'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import { businessDate } from '../../shared/domain/dates.ts'
import { startPrinter, type TestPrinter } from '../fixtures/printing/ippeveprinter.ts'
import { temporaryFolder } from '../fixtures/shell/startKiosk.ts'
import { speechPrograms } from '../fixtures/speech/speechPrograms.ts'
import { daysBefore, putJobWithoutAudit } from '../fixtures/dayEnd/lostJob.ts'
import { makeOdd } from '../fixtures/accounts/oddAccounts.ts'
import { expect, test as base } from './fixtures.ts'
import { ofAccount } from './pages/accountWalk.ts'
import { chooseAids } from './pages/aids.ts'
import { inspector } from './pages/amiss.ts'
import { sizes } from './pages/checks.ts'
import { counter, monterrey } from './pages/counterPage.ts'
import { tellYesterdaysTopic } from './pages/desks.ts'
import { sampleBill } from './pages/contracts.ts'
import { oddDayScreens } from './pages/dayEnd.ts'
import { addressScreens } from './pages/delivery.ts'
import { contactScreens, publicScreens, type Look } from './pages/everyScreen.ts'
import { onlinePayScreens } from './pages/onlinePayScreens.ts'
import { paying } from './pages/pay.ts'
import { registrationScreens } from './pages/registrationScreens.ts'
import { signIn } from './pages/signIn.ts'
import { signInScreens } from './pages/signInScreens.ts'
import { sampleStaff, staff } from './pages/staff.ts'
import { ofStaff } from './pages/staffWalk.ts'
import { voiceScreens } from './pages/voiceScreens.ts'
import { withUtility } from './withUtility.ts'

/** The place in the sample of an account that owes four invoices. */
const SUSPENDED = 7

/** An account of the sample that has no e-mail address. */
function withoutEmail(sandbox: Sandbox, index: number): void {
  const today = businessDate(systemClock.now(), sampleBranch.timeZone)
  sandbox.upsert('account', { ...inventAccount(index, today).account, email: null })
}

/** Long titles and texts: the utility writes what it likes. */
function prepare(sandbox: Sandbox): void {
  makeOdd(sandbox)
  tellYesterdaysTopic(sandbox)
  withoutEmail(sandbox, knownAccounts.nuevoLaredo.index)
  const body = 'Este sábado, de 8:00 a 13:00, trabajaremos en la red de la colonia Centro. '.repeat(4)
  for (const id of ['n-1', 'n-2']) {
    sandbox.upsert('notice', {
      id,
      title: `Mantenimiento de la red de distribución y de las acometidas de la zona (${id})`,
      body,
      validFrom: '2020-01-01',
      accountId: null,
    })
  }
}

interface Walker {
  page: Page
  printer: TestPrinter
}

/** One kiosk with amounts of nine digits, long names and long texts, for all parts of the walk. */
const test = base.extend<object, { walker: Walker }>({
  walker: [
    async ({}, use) => {
      const printer = await startPrinter()
      const settings = { VENTANILLA_DOCUMENT_PRINTER: printer.uri, VENTANILLA_EXPORT_DIR: temporaryFolder(), PATH: speechPrograms().path }
      await withUtility(({ page }) => use({ page, printer }), prepare, [], settings)
      await printer.stop()
    },
    { scope: 'worker' },
  ],
})

// In any order, so that all workers share the walk.
test.describe.configure({ mode: 'parallel' })

/** Walks as a new visitor, and tells all that is amiss on the way at once. */
async function walk({ page }: Walker, way: (look: Look) => Promise<void>): Promise<void> {
  await page.reload()
  await expect(counter(page).heading('Bienvenido')).toBeVisible()
  const { look, findings } = inspector(page)
  await way(look)
  expect(findings()).toEqual([])
}

test.describe(
  'nothing overlaps, is cut, stands under the footer or leaves the screen, at every size and zoom, in all letters and languages',
  { tag: '@browser' },
  () => {
    test('the page for staff, with something to do', () =>
      withUtility(
        async ({ page, sandbox }) => {
          sandbox.append({ entity: 'invoice', op: 'upsert', id: 'factura-rota', rev: 999, data: {} })
          await page.getByRole('link', { name: /^Personal/ }).click()
          await expect(page.getByRole('row').filter({ hasText: 'factura-rota' })).toBeVisible()
          const { look: see, findings } = inspector(page)
          await see('Estado del equipo')
          expect(findings()).toEqual([])
        },
        prepare,
        ['--diagnostics'],
      ))
    test('the screens that stand by, which begin at the top where they go on below', () =>
      withUtility(
        async ({ page, sandbox }) => {
          const { look: see, findings } = inspector(page)
          const seeFromTop = async (state: string): Promise<void> => {
            await see(state)
            await chooseAids(page, { letters: 'double' })
            await expect.poll(async () => (await page.getByRole('heading', { level: 1 }).boundingBox())?.y).toBeLessThan(1920 / 4)
            await chooseAids(page, { letters: 'normal' })
          }
          await expect(page.getByText('espera su primera conexión')).toBeVisible()
          await seeFromTop('Primera conexión')
          sandbox.direct('outOfService')
          sandbox.faults.set(null)
          await expect(counter(page).heading('Kiosco fuera de servicio')).toBeVisible()
          await seeFromTop('Fuera de servicio')
          expect(findings()).toEqual([])
        },
        (sandbox) => sandbox.faults.set('down'),
      ))
    test('a payment on one’s own phone, as it stands', () =>
      withUtility(async ({ page, sandbox }) => {
        await counter(page).identify(monterrey)
        const { look: see, findings } = inspector(page)
        await onlinePayScreens(page, see, sandbox)
        expect(findings()).toEqual([])
      }, prepare))
    test('an account whose supply is suspended, and what it owes', ({ walker }) =>
      walk(walker, async (state) => {
        await counter(walker.page).identify(sampleBill(SUSPENDED))
        await expect(walker.page.getByText('Suministro suspendido')).toBeVisible()
        await state('Mi cuenta, con el suministro suspendido')
        await paying(walker.page).openAll()
        await state('Pagar, con el suministro suspendido')
      }))
    test('an address for invoices that the utility lacks', () =>
      withUtility(
        async ({ page }) => {
          await signIn(page).open()
          await signIn(page).enter(sampleLogins.registered.login, sampleLogins.registered.password)
          const { look: see, findings } = inspector(page)
          await addressScreens(page, see)
          expect(findings()).toEqual([])
        },
        (sandbox) => withoutEmail(sandbox, knownAccounts.monterrey.index),
      ))
    test('a day that its audit tells otherwise, and one without figures', () =>
      withUtility(async ({ page, kiosk }) => {
        const { open, enter, home } = staff(page)
        await open()
        await enter(sampleStaff.lucia)
        await expect(home).toBeVisible()
        const { look: see, findings } = inspector(page)
        await oddDayScreens(page, see, (daysAgo) => putJobWithoutAudit(kiosk.dataDir, daysBefore(systemClock.now(), daysAgo)))
        expect(findings()).toEqual([])
      }))
    test('what is open to everybody, and the look-up with its errors', ({ walker }) => walk(walker, (state) => publicScreens(walker.page, state)))
    test('the controls of the voice, over the keyboard and where much must fit', ({ walker }) =>
      walk(walker, (state) => voiceScreens(walker.page, state, monterrey)))
    test('a message without an account', ({ walker }) => walk(walker, (state) => contactScreens(walker.page, state)))
    test('registration by each proof, and activation', ({ walker }) => walk(walker, (state) => registrationScreens(walker.page, state)))
    test('sign-in and renewal, with their errors', ({ walker }) => walk(walker, (state) => signInScreens(walker.page, state)))
    for (const [what, screens] of Object.entries(ofStaff)) test(what, ({ walker }) => walk(walker, (state) => screens(walker.page, state, walker.printer)))
    for (const [what, screens] of Object.entries(ofAccount)) {
      test(what, ({ walker }) =>
        walk(walker, async (state) => {
          await counter(walker.page).identify(monterrey)
          await screens(walker.page, state, walker.printer)
        }),
      )
    }
  },
)

test('the ways on from an account stand in one row in landscape, three beside each other in portrait', { tag: '@browser' }, async ({ walker: { page } }) => {
  await page.reload()
  await counter(page).identify(monterrey)
  const ways = page.getByRole('navigation', { name: 'Más de su cuenta' }).getByRole('link')
  await expect(ways.first()).toBeVisible()
  const count = await ways.count()
  for (const size of sizes) {
    await page.setViewportSize(size)
    const rows = async () => new Set(await ways.evaluateAll((all) => all.map((way) => way.getBoundingClientRect().top))).size
    await expect.poll(rows).toBe(size.width > size.height ? 1 : Math.ceil(count / 3))
    // All of them are seen at once, and no name is wider than its tile.
    expect(await page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight)).toBeLessThanOrEqual(0)
    expect(await ways.evaluateAll((all) => all.filter((way) => way.scrollWidth > way.clientWidth).map((way) => way.textContent))).toEqual([])
  }
})
