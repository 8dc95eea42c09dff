import { failure, type Result } from '../../shared/result.ts'
import type { Application, Page } from '../application.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'

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

interface RelayParts {
  clock: Clock
  log: Log
}

export function createRelay(parts: RelayParts): Relay {
  let application: Application | null = null
  let current: RelayedPage | null = null
  return {
    connect(send) {
      const page = relayPage(send, parts)
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

/** Carries one page's calls to whichever application runs, and the application's events to the page. */
function relayPage(send: Send, { clock, log }: RelayParts): RelayedPage {
  const line = createLine()
  let page: Page | null = null
  let parted = false
  let cancelPatience = (): void => undefined

  const leave = (): void => {
    cancelPatience()
    line.refuse()
    const left = page
    page = null
    try {
      left?.close()
    } catch (error) {
      // An application with a damaged database may not even be able to end a visit.
      logBug(log, 'relay', error)
    }
  }
  return {
    call: line.call,
    join(application) {
      cancelPatience()
      const joined = (page = application.connect(send))
      line.serve(joined)
      if (parted) void tellAnew(joined, (name, payload) => page === joined && send(name, payload))
      parted = false
    },
    part() {
      leave()
      parted = true
      line.hold()
      cancelPatience = clock.after(PATIENCE_MS, line.refuse)
      send('session.ended', { reason: 'recovery' })
    },
    close: leave,
  }
}

interface Call {
  channel: unknown
  request: unknown
  /** The first answer counts. */
  resolve(result: Result<unknown>): void
}

const disconnected = failure({ code: 'disconnected' })

/** Where a page's calls go: to an application, into a queue, or nowhere. */
function createLine() {
  const open = new Set<Call>()
  let to: Page | Call[] | null = null

  const pass = (call: Call): void => {
    if (to === null) call.resolve(disconnected)
    else if (Array.isArray(to)) to.push(call)
    else void to.call(call.channel, call.request).then(call.resolve)
  }
  /** Whatever has no answer yet will have none. */
  const abandon = (next: Call[] | null): void => {
    to = next
    for (const { resolve } of open) resolve(disconnected)
  }
  return {
    call: (channel: unknown, request: unknown): Promise<Result<unknown>> =>
      new Promise((resolve) => {
        const call: Call = { channel, request, resolve: (result) => (open.delete(call) ? resolve(result) : undefined) }
        open.add(call)
        pass(call)
      }),
    serve(page: Page): void {
      const waiting = Array.isArray(to) ? to : []
      to = page
      waiting.forEach(pass)
    },
    hold: () => abandon([]),
    refuse: () => abandon(null),
  }
}

/** What the first screen is made from, and how the kiosk stands now. */
async function tellAnew(page: Page, send: Send): Promise<void> {
  const described = await page.call('kiosk.describe', {})
  if (described.ok) send('kiosk.described', described.value)
  const status = await page.call('kiosk.status', {})
  if (status.ok) send('kiosk.status', status.value)
}
