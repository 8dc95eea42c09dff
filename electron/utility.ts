import { join } from 'node:path'
import type { ApiSettings } from './api/caller.ts'
import type { Settings } from './config.ts'
import type { Log } from './log/log.ts'
import { startSandboxInside } from './sandbox/inside.ts'

/** The utility that this kiosk stands for. */
export interface Utility {
  access: ApiSettings
  /** The sandbox answers: the screen says *Datos de ejemplo*. */
  sampleData: boolean
  stop(): Promise<void>
}

/** The configured utility; without one the sandbox, where the program carries it; else null: the kiosk is not set up. */
export async function reachUtility(settings: Settings, log: Log): Promise<Utility | null> {
  const { apiUrl, clientId, clientSecret, caFile, sampleAccounts, sandboxSmtp, dataDir } = settings
  if (apiUrl !== undefined && clientId !== undefined && clientSecret !== undefined) {
    const access: ApiSettings = { baseUrl: apiUrl, clientId, clientSecret, ...(caFile !== undefined && { caFile }) }
    return { access, sampleData: false, stop: () => Promise.resolve() }
  }
  const mail = { folder: join(dataDir, 'correo'), ...(sandboxSmtp !== undefined && { smtp: sandboxSmtp }) }
  const sandbox = await startSandboxInside({ accounts: sampleAccounts, mail })
  if (!sandbox) return null
  log.info({ mails: sandbox.mailUrl }, 'sample utility started')
  const { url: baseUrl, clientId: sampleId, clientSecret: sampleSecret, stop } = sandbox
  return { access: { baseUrl, clientId: sampleId, clientSecret: sampleSecret }, sampleData: true, stop }
}
