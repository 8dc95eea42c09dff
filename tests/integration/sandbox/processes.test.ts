import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { request } from 'undici'
import { afterEach, describe, expect, it } from 'vitest'
import { sampleLogins } from '../../../electron/sandbox/data/customers.ts'
import { startSandboxInside } from '../../../electron/sandbox/inside.ts'
import { billsToTry } from '../../../electron/sandbox/sample/toTry.ts'
import { workerUrl } from '../../../electron/workers.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { requestToken } from '../../fixtures/sandbox/sandboxClient.ts'

const cli = new URL('../../../electron/sandbox/cli.ts', import.meta.url).pathname
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
})

function run(...args: string[]): { child: ChildProcess; output: { text: string; errors: string } } {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const output = { text: '', errors: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.text += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.errors += text))
  return { child, output }
}

describe('npm run sandbox', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('prints how to connect a kiosk, and stops on %s', async (signal) => {
    const { child, output } = run('--port', '0', '--accounts', '3')
    await eventually(() => expect(output.text).toContain('supervisor'))
    const variable = (name: string): string => new RegExp(`^export ${name}=(\\S+)$`, 'm').exec(output.text)?.[1] ?? ''
    const url = variable('VENTANILLA_API_URL')
    expect(output.text.split('\n')[0]).toBe(url)
    const credentials = { clientId: variable('VENTANILLA_CLIENT_ID'), clientSecret: variable('VENTANILLA_CLIENT_SECRET') }
    const token = await requestToken({ url, ...credentials })
    const branch = await request(`${url}/v1/branch`, { headers: { authorization: `Bearer ${token}` } })
    await expect(branch.body.json()).resolves.toMatchObject({ name: 'Sucursal Centro' })
    for (const { zone, account, invoice } of billsToTry('2026-11-21', 3)) {
      expect(output.text).toMatch(new RegExp(`^ +${zone} +account ${account} +invoice ${invoice}$`, 'm'))
    }
    expect(output.text).toContain(`Mails: ${url}/correo`)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('says in one line that its port is taken', async () => {
    const { output } = run('--port', '0', '--accounts', '3')
    await eventually(() => expect(output.text).toContain('supervisor'))
    const second = run('--port', new URL(output.text.split('\n')[0] ?? '').port, '--accounts', '3')
    expect(await once(second.child, 'close')).toEqual([1, null])
    expect(second.output.errors).toMatch(/^the sandbox cannot start: .*EADDRINUSE.*\n$/)
  })

  it.each([['--port', 'x'], ['--accounts', '0'], ['--lag', '5'], ['--text', 'long'], ['--contract', '2.0'], ['--unknown']])(
    'names %s %s and prints its usage',
    async (...args) => {
      const { child, output } = run(...args)
      expect(await once(child, 'close')).toEqual([2, null])
      expect(output.text).toBe('')
      const [complaint, usage] = output.errors.split('\n')
      expect(complaint).toContain(args[0])
      expect(usage).toMatch(/^Usage: npm run sandbox/)
    },
  )
})

describe('the worker', () => {
  it('says where it listens', async () => {
    const worker = new Worker(workerUrl('sandbox'), { workerData: { accounts: 2, port: 0 } })
    try {
      const [connection] = (await once(worker, 'message')) as [{ url: string; clientId: string; clientSecret: string }]
      await expect(requestToken(connection)).resolves.toMatch(/^\S{20,}$/)
    } finally {
      await worker.terminate()
    }
  })
})

describe('the sandbox inside', () => {
  it('keeps its mails where it is told, and says where they are read', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'inside-')), 'correo')
    const sandbox = await startSandboxInside({ accounts: 2, mail: { folder } })
    if (!sandbox) throw new Error('the program carries no sandbox')
    try {
      const headers = { authorization: `Bearer ${await requestToken(sandbox)}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ login: sampleLogins.registered.login })
      expect((await request(`${sandbox.url}/v1/password-renewals`, { method: 'POST', headers, body })).statusCode).toBe(202)
      await eventually(() => expect(readdirSync(folder)).toEqual([expect.stringMatching(/renewalCode\.eml$/)]))
      await eventually(async () => expect(await (await request(sandbox.mailUrl)).body.text()).toContain('Código para renovar su contraseña'))
    } finally {
      await sandbox.stop()
    }
  })
})
