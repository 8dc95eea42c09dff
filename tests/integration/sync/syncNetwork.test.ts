import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createTlsServer } from 'node:https'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { findAccount } from '../../../electron/cache/queries/accounts.ts'
import { readFeedState } from '../../../electron/cache/queries/feed.ts'
import { listInvoices } from '../../../electron/cache/queries/invoices.ts'
import { currentNotices } from '../../../electron/cache/queries/notices.ts'
import { startSandbox, type Sandbox } from '../../../electron/sandbox/server.ts'
import { credentials, startFakeUtility, upsert, type FakeUtility } from '../../fakes/utility.ts'
import { aZone, anAccount, anInvoice } from '../../fixtures/accounts/branchData.ts'
import { selfSigned } from '../../fixtures/feed/certificate.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { lastingPort } from '../../fixtures/port.ts'
import { startSyncing, type Syncing } from '../../fixtures/feed/syncing.ts'

async function aSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ accounts: 3, today: '2026-11-21' })
  onTestFinished(() => sandbox.close())
  return sandbox
}

async function aUtility(port = 0): Promise<FakeUtility> {
  const utility = await startFakeUtility([upsert('zone', aZone()), upsert('account', anAccount()), upsert('invoice', anInvoice())], port)
  onTestFinished(() => utility.close())
  return utility
}

const accessTo = ({ url: baseUrl, clientId, clientSecret }: Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>) => ({ baseUrl, clientId, clientSecret })

const aNotice = (id: string) => ({ id, title: 'Aviso', body: 'Hoy cerramos a las 15 h', validFrom: '2026-11-20' })
const noticesOf = ({ inCache }: Syncing) => inCache((db) => currentNotices(db, { on: '2026-11-21' })).map(({ id }) => id)

/** The feed is read again after 27 s at the earliest: what comes before came by a poke. */
const beforeNextPoll = (check: () => void) => vi.waitFor(check, { timeout: 20_000 })

/** That it is known within ten seconds is tested with a clock, in `unit/sync/link.test.ts`. */
const isOnline = ({ handle }: Syncing, online: boolean) => eventually(() => expect(handle.status().online).toBe(online))

describe('pokes', () => {
  it('are followed at once, long before the next poll', async () => {
    const sandbox = await aSandbox()
    const sync = startSyncing(accessTo(sandbox))
    await sync.complete()
    for (const id of ['n-1', 'n-2']) {
      sandbox.upsert('notice', aNotice(id))
      await beforeNextPoll(() => expect(noticesOf(sync)).toContain(id))
    }
  })

  it('come again after an outage', async () => {
    const sandbox = await aSandbox()
    const sync = startSyncing(accessTo(sandbox))
    await sync.complete()
    sandbox.faults.set('down')
    await isOnline(sync, false)
    sandbox.upsert('notice', aNotice('n-missed'))
    sandbox.faults.set(null)
    await isOnline(sync, true)
    await eventually(() => expect(noticesOf(sync)).toContain('n-missed'))
    await beforeNextPoll(() => {
      sandbox.upsert('notice', aNotice('n-after'))
      expect(noticesOf(sync)).toContain('n-after')
    })
  })
})

describe('an outage and its end are noticed', () => {
  it('S28 a captive portal answers in the place of the utility', async () => {
    const sandbox = await aSandbox()
    const sync = startSyncing(accessTo(sandbox))
    await sync.complete()
    const { cursor } = sync.inCache(readFeedState)
    sandbox.faults.set('garbage')
    await isOnline(sync, false)
    expect(sync.inCache(readFeedState)).toMatchObject({ cursor, complete: true })
    sandbox.faults.set(null)
    await isOnline(sync, true)
  })

  it('a process that stands still, and goes on', async () => {
    const child = spawn(process.execPath, ['electron/sandbox/cli.ts', '--port', '0', '--accounts', '2'], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    })
    const told: Record<string, string> = {}
    for await (const line of createInterface(child.stdout)) {
      const [, name = '', value = ''] = /^export VENTANILLA_(\w+)=(.*)$/.exec(line) ?? []
      told[name] = value
      if (name === 'CLIENT_SECRET') break
    }
    const sync = startSyncing({ baseUrl: told.API_URL ?? '', clientId: told.CLIENT_ID ?? '', clientSecret: told.CLIENT_SECRET ?? '' })
    await sync.complete()
    child.kill('SIGSTOP')
    await isOnline(sync, false)
    child.kill('SIGCONT')
    await isOnline(sync, true)
  })

  it('a start where connections lead into nothing, until there is a network', async () => {
    const sockets = new Set<Socket>()
    const blackHole = createServer((socket) => void sockets.add(socket))
    const port = await lastingPort()
    await new Promise<void>((resolve) => blackHole.listen(port, '127.0.0.1', resolve))
    const sync = startSyncing({ ...credentials, baseUrl: `http://127.0.0.1:${port}` })
    await eventually(() => expect(sync.logged.join()).toContain('utility unreachable'))
    expect(sync.handle.status()).toMatchObject({ online: false, complete: false })
    await new Promise<void>((resolve) => {
      blackHole.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
    await aUtility(port)
    await isOnline(sync, true)
    await sync.complete()
  })
})

describe('an answer that comes with trouble', () => {
  it('S30 a token that expires between the pages is replaced once, and nothing is lost', async () => {
    const utility = await aUtility()
    utility.pageSize = 1
    let expired = 0
    utility.intercept = ({ url }) => {
      if (url?.includes('cursor=2') && expired++ === 0) utility.expireTokens()
      return false
    }
    const sync = startSyncing({ ...credentials, baseUrl: utility.baseUrl })
    await sync.complete()
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toEqual([anInvoice()])
    expect(sync.handle.status()).toMatchObject({ changesApplied: 3 })
    expect(expired).toBeGreaterThanOrEqual(2)
    expect(utility.requests.filter((path) => path === '/oauth/token')).toHaveLength(2)
    expect(sync.statuses.map(({ online }) => online)).not.toContain(false)
  })

  it.each([
    ['S27 a body without end', 'application/json'],
    ['S27 one that calls itself something else', 'text/html'],
  ])('%s is cut, and what was synced stays usable', async (_name, type) => {
    const utility = await aUtility()
    const sync = startSyncing({ ...credentials, baseUrl: utility.baseUrl })
    await sync.complete()
    let sent = 0
    let cut = false
    const chunk = Buffer.alloc(1024 * 1024, ' ')
    utility.intercept = (request, response) => {
      if (!request.url?.startsWith('/v1/changes?')) return false
      response.writeHead(200, { 'content-type': type })
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
        if (!response.destroyed) response.once('drain', more)
      }
      response.on('close', () => (cut = true))
      more()
      return true
    }
    sync.handle.poke()
    await eventually(() => expect(sync.handle.status().online).toBe(false))
    expect(cut).toBe(true)
    expect(sent).toBeLessThan(2 ** 28)
    expect(sync.inCache((db) => listInvoices(db, 'a-1'))).toHaveLength(1)
    utility.intercept = null
    utility.feed.push(upsert('account', anAccount({ balance: 1 }), 2))
    await eventually(() => {
      sync.handle.poke()
      expect(sync.inCache((db) => findAccount(db, 'a-1'))?.balance).toBe(1)
    })
  })

  it('S29 an untrusted certificate is refused and logged, and nothing is asked without one', async () => {
    let asked = 0
    const server = createTlsServer(selfSigned(), (_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
    const sync = startSyncing({ ...credentials, baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}` })
    // The link's question comes after the feed's, and is logged as why the utility is not reached.
    await eventually(() => expect(sync.logged.join()).toContain('utility unreachable'))
    expect(sync.logged.filter((line) => line.includes('certificate of the utility is not trusted'))).toHaveLength(1)
    expect(sync.handle.status()).toMatchObject({ online: false, complete: false })
    expect(asked).toBe(0)
  })
})
