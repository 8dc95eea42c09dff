import { failure, type Result } from '../../shared/result.ts'
import type { Application, Page } from '../application.ts'
import type { Clock } from '../clock.ts'

/** How long a call waits for the next application before it is told that nobody is there. */
const PATIENCE_MS = 10_000

type Send = (name: string, payload: unknown) => void

/** The page that is there, which stays while the application behind it is replaced. */
export interface Relay {
  connect(send: Send): Page
  /** There is an application: the page is a new visitor to it, and is told how everything stands if it had to wait for one. */
  join(application: Application): void
  /** There is none, but one is coming: the visit is over, calls under way are answered `disconnected`, and those that follow wait. */
  part(): void
}

export function createRelay(clock: Clock): Relay {
  let application: Application | null = null
  let current: RelayedPage | null = null
  return {
    connect(send) {
      const page = relayPage(send, clock)
      current = page
      if (application) page.join(application)
      else page.part()
      return {
        call: page.call,
        close() {
          page.close()
          if (current === page) current = null
        },
      }
    },
    join(next) {
      application = next
      current?.join(next)
    },
    part() {
      application = null
      current?.part()
    },
  }
}

type RelayedPage = Page & Pick<Relay, 'join' | 'part'>

interface Call {
  channel: unknown
  request: unknown
  /** The first answer counts. */
  settle(result: Result<unknown>): void
}

const disconnected = failure({ code: 'disconnected' })

/** Carries one page's calls to whichever application runs, and the application's events to the page. */
function relayPage(send: Send, clock: Clock): RelayedPage {
  const open = new Set<Call>()
  let page: Page | null = null
  /** The calls that the next application will get; null when none is expected. */
  let waiting: Call[] | null = null
  let cancelPatience = (): void => undefined

  const forward = (to: Page, { channel, request, settle }: Call): void => void to.call(channel, request).then(settle)
  const giveUp = (): void => {
    cancelPatience()
    waiting = null
    for (const { settle } of open) settle(disconnected)
  }
  const leave = (): void => {
    page?.close()
    page = null
    giveUp()
  }
  const pass = (call: Call): void => {
    open.add(call)
    if (page) forward(page, call)
    else if (waiting) waiting.push(call)
    else call.settle(disconnected)
  }
  return {
    call: (channel, request) =>
      new Promise((resolve) => {
        const call: Call = { channel, request, settle: (result) => (open.delete(call) ? resolve(result) : undefined) }
        pass(call)
      }),
    join(application) {
      cancelPatience()
      const joined = (page = application.connect(send))
      if (!waiting) return
      for (const call of waiting) forward(joined, call)
      waiting = null
      void tellAnew(joined, (name, payload) => page === joined && send(name, payload))
    },
    part() {
      leave()
      waiting = []
      cancelPatience = clock.after(PATIENCE_MS, giveUp)
      send('session.ended', { reason: 'recovery' })
    },
    close: leave,
  }
}

/** What the first screen is made from, and how the kiosk stands now. */
async function tellAnew(page: Page, send: Send): Promise<void> {
  const described = await page.call('kiosk.describe', {})
  if (described.ok) send('kiosk.described', described.value)
  const status = await page.call('kiosk.status', {})
  if (status.ok) send('kiosk.status', status.value)
}
