import { z } from 'zod'
import { businessDate } from '../../shared/domain/dates.ts'
import { systemClock } from '../clock.ts'
import { readAllowed, readOptions, readWholeNumber, WrongOption } from '../options.ts'
import { contracts } from './contract.ts'
import { samplePins } from './data/clerks.ts'
import { sampleLogins } from './data/customers.ts'
import { readLag } from './lag.ts'
import { readTextLength } from './longTexts.ts'
import type { MailOptions } from './mail/mailPost.ts'
import { MAIL_PATH } from './routes/mailPage.ts'
import { billsToTry } from './sample/toTry.ts'
import { sampleBranch } from './sampleKiosk.ts'
import { DEFAULT_ACCOUNTS, type Sandbox, type SandboxOptions, startSandbox } from './server.ts'

const usage = `Usage: npm run sandbox -- [options]
The sample utility alone, until SIGTERM or SIGINT.
  --port N        0 to 65535; 0 is any free one; default 4010
  --accounts N    1 to 1000000; default ${DEFAULT_ACCOUNTS}
  --lag TIME      how long what a command caused takes to come through the feed: 30s, 15m, 6h, 3d or never; default 0
  --text LENGTH   length of every text of the account in Monterrey, of notices and of topics: 20000 (characters) or 1MB
  --contract V    1.0 or 1.1, what the utility offers of its API; default 1.1
  --mail DIR      where mails are kept as .eml; VENTANILLA_SANDBOX_SMTP=smtp://host:port sends them instead; else they are only shown`

const text = { type: 'string' } as const
const options = {
  port: { ...text, default: '4010' },
  accounts: { ...text, default: String(DEFAULT_ACCOUNTS) },
  lag: { ...text, default: '0' },
  text,
  contract: { ...text, default: '1.1' },
  mail: text,
} as const

/** By a reader that answers null for what it does not understand. */
function understood<T>(option: string, forms: string, value: T | null): T {
  if (value === null) throw new WrongOption(`${option} must be ${forms}`)
  return value
}

const readArguments = (): SandboxOptions =>
  readOptions(usage, { options }, ({ values }) => ({
    port: readWholeNumber('--port', values.port, 0, 65_535),
    accounts: readWholeNumber('--accounts', values.accounts, 1, 1_000_000),
    lag: understood('--lag', '0, never, or a time like 30s, 15m, 6h or 3d', readLag(values.lag)),
    contract: readAllowed('--contract', z.enum(contracts, `must be ${contracts.join(' or ')}`), values.contract),
    mail: mailOptions(values.mail, process.env.VENTANILLA_SANDBOX_SMTP),
    ...(values.text !== undefined && { textLength: understood('--text', 'a length like 20000 or 1MB, up to 4MB', readTextLength(values.text)) }),
  }))

const mailOptions = (folder: string | undefined, smtp: string | undefined): MailOptions => ({
  ...(folder !== undefined && { folder }),
  ...(smtp && { smtp }),
  onFailure: (reason) => void process.stderr.write(`the sandbox could not send a mail: ${reason}\n`),
})

function introduction({ url, clientId, clientSecret }: Sandbox, accounts = DEFAULT_ACCOUNTS): string {
  const today = businessDate(systemClock.now(), sampleBranch.timeZone)
  const bills = billsToTry(today, accounts).map(({ zone, account, invoice }) => `  ${zone.padEnd(18)} account ${account.padEnd(11)} invoice ${invoice}`)
  const pins = Object.entries(samplePins).map(([role, pin]) => `  ${role.padEnd(18)} PIN ${pin}`)
  const logins = Object.entries(sampleLogins).map(([kind, { login, password }]) => `  ${kind.padEnd(18)} login ${login}  password ${password}`)
  return [
    url,
    '',
    'To connect a kiosk:',
    `export VENTANILLA_API_URL=${url}`,
    `export VENTANILLA_CLIENT_ID=${clientId}`,
    `export VENTANILLA_CLIENT_SECRET=${clientSecret}`,
    '',
    'Sample accounts:',
    ...bills,
    '',
    'Sample staff:',
    ...pins,
    '',
    'Sample customers:',
    ...logins,
    '',
    `Mails: ${url}${MAIL_PATH}`,
    '',
  ].join('\n')
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await startSandbox(options)
  process.stdout.write(introduction(sandbox, options.accounts))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.close())
}

run(readArguments()).catch((error: unknown) => {
  process.stderr.write(`the sandbox cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
