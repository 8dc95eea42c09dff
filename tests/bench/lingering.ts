import type { BrowserContext, Page } from '@playwright/test'
import { startSandbox, type Sandbox } from '../../electron/sandbox/server.ts'
import { counter, monterrey } from '../e2e/pages/counterPage.ts'
import { customerData } from '../e2e/pages/customerData.ts'
import { registration } from '../e2e/pages/registration.ts'
import { signIn } from '../e2e/pages/signIn.ts'
import { codeTo } from '../fixtures/sandbox/mails.ts'
import { openBrowser } from '../fixtures/shell/browser.ts'
import { startKiosk, type Kiosk } from '../fixtures/shell/startKiosk.ts'
import { heapOfPage, heapOnSignal, inHeap, inMemory, type Found } from './memoryOf.ts'

/**
 * What of a visitor is in the memory of the page and of the program once they have left, by *Terminar*, without a word, or because the page was killed; and
 * after the next visitor. `node tests/bench/lingering.ts`; the figures stand in decision 42.
 */
const EMAIL = 'ana.mendez@example.com'
const PASSWORD = 'nueve gatos azules'

interface World {
  sandbox: Sandbox
  kiosk: Kiosk
  heap: ReturnType<typeof heapOnSignal>
  context: BrowserContext
  page: Page
  secrets: Map<string, string>
}

const endings = {
  async Terminar({ page }: World) {
    await counter(page).finish()
  },
  async idle({ page }: World) {
    await counter(page).heading('Bienvenido').waitFor({ timeout: 200_000 })
  },
  async killed(world: World) {
    const origin = new URL(world.page.url()).origin
    const crashed = world.page.waitForEvent('crash')
    process.kill(await rendererOf(world), 'SIGKILL')
    await crashed
    await world.page.close()
    world.page = await world.context.newPage()
    await world.page.goto(origin)
    await counter(world.page).heading('Bienvenido').waitFor()
  },
}

/** Registers, activates the account, signs in, and reads their data in full. */
async function visit({ page, sandbox, secrets }: World): Promise<void> {
  const form = registration(page)
  await counter(page).online.waitFor()
  await form.open()
  await form.fillIn({ 'Número de cuenta': monterrey.account, 'Número de factura': monterrey.invoice })
  await form.writeEmail(EMAIL)
  await form.goOn.click()
  await form.accept('el Aviso legal')
  await form.send.click()
  await counter(page).heading('Active su cuenta').waitFor()
  const code = (await codeTo(sandbox, EMAIL)).replace(' ', '')
  secrets.set('code', code)
  await form.activate(code, PASSWORD)
  await counter(page).heading('Su cuenta está activa').waitFor()
  await counter(page).button('Iniciar sesión').click()
  await signIn(page).enter(EMAIL, PASSWORD)
  await counter(page).heading('Mi cuenta').waitFor()
  await customerData(page).open()
  await counter(page).button('Mostrar').click()
}

async function rendererOf({ context, page }: World): Promise<number> {
  const browser = context.browser()
  if (!browser) throw new Error('no browser')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  // The one that has worked most is the page's.
  const [busiest] = renderers.sort((one, other) => other.cpuTime - one.cpuTime)
  if (!busiest) throw new Error(`no process shows ${page.url()}`)
  return busiest.id
}

/** Apart, because what is written down of a heap is itself in the memory afterwards. */
const ways = {
  async alive({ context, page, kiosk, heap }: World, texts: readonly string[]): Promise<Record<string, Found>> {
    const cdp = await context.newCDPSession(page)
    const found = { page: inHeap(await heapOfPage(cdp), texts), program: inHeap(await heap.take(kiosk.process.pid ?? 0), texts) }
    await cdp.detach()
    return found
  },
  async 'all memory'(world: World, texts: readonly string[]): Promise<Record<string, Found>> {
    return { page: inMemory(await rendererOf(world), texts), program: inMemory(world.kiosk.process.pid ?? 0, texts) }
  },
}
type Way = keyof typeof ways

const NAMES = ['password', 'code', 'token', 'e-mail']
async function measure(world: World, way: Way, ...said: string[]): Promise<void> {
  const texts = NAMES.map((name) => world.secrets.get(name) ?? '')
  for (const [where, counts] of Object.entries(await ways[way](world, texts)))
    console.log(`| ${[...said, where, way, ...texts.map((text) => counts[text])].join(' | ')} |`)
}

async function open(): Promise<World> {
  const sandbox = await startSandbox({ accounts: 30 })
  const secrets = new Map([
    ['password', PASSWORD],
    ['e-mail', EMAIL],
  ])
  const { sessions } = sandbox.office
  const enter = sessions.signIn
  sessions.signIn = async (...who) => {
    const outcome = await enter(...who)
    if (outcome.ok) secrets.set('token', outcome.value.sessionToken ?? '')
    return outcome
  }
  const heap = heapOnSignal()
  const access = { VENTANILLA_API_URL: sandbox.url, VENTANILLA_CLIENT_ID: sandbox.clientId, VENTANILLA_CLIENT_SECRET: sandbox.clientSecret }
  const kiosk = await startKiosk({ env: { ...access, ...heap.env } })
  const context = await openBrowser()
  const page = await context.newPage()
  await page.goto(kiosk.url)
  return { sandbox, kiosk, heap, context, page, secrets }
}

async function run(ending: keyof typeof endings, way: Way): Promise<void> {
  const world = await open()
  try {
    await visit(world)
    await measure(world, way, ending, 'signed in')
    await endings[ending](world)
    await measure(world, way, ending, 'has left')
    await counter(world.page).identify(monterrey)
    await counter(world.page).finish()
    await measure(world, way, ending, 'the next has left')
  } finally {
    await world.context.close()
    await world.kiosk.dispose()
    await world.sandbox.close()
    world.heap.dispose()
  }
}

console.log(`| Ending | When | Where | What | ${NAMES.join(' | ')} |\n|---|---|---|---|---|---|---|---|`)
for (const ending of Object.keys(endings) as (keyof typeof endings)[]) for (const way of Object.keys(ways) as Way[]) await run(ending, way)
