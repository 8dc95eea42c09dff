import { parseArgs } from 'node:util'
import { samplePins } from './data/clerks.ts'
import { type Lag, readLag } from './lag.ts'
import { readTextLength, type TextLength } from './longTexts.ts'
import { knownAccounts } from './sample/known.ts'
import { type Sandbox, startSandbox } from './server.ts'

/** `npm run sandbox -- --port 4010 --accounts N --lag 3d --text 1MB`: the sandbox alone, until SIGTERM or SIGINT. */
const usage = 'Uso: npm run sandbox -- [--port 0-65535] [--accounts 1-1000000] [--lag 30s|15m|6h|3d|never] [--text 20000|1MB]'

function readNumber(text: string | undefined, lowest: number, highest: number): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= lowest && number <= highest)) throw new RangeError(usage)
  return number
}

function readLagArgument(text = '0'): Lag {
  const lag = readLag(text)
  if (lag === null) throw new RangeError(usage)
  return lag
}

function readTextArgument(text: string | undefined): TextLength | undefined {
  if (text === undefined) return undefined
  const length = readTextLength(text)
  if (length === null) throw new RangeError(usage)
  return length
}

interface Wanted {
  port: number
  accounts: number | undefined
  lag: Lag
  textLength: TextLength | undefined
}

function readArguments(): Wanted | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { port: text, accounts: text, lag: text, text, help: { type: 'boolean' } } })
  if (values.help) return null
  return {
    port: readNumber(values.port, 0, 65_535) ?? 4010,
    accounts: readNumber(values.accounts, 1, 1_000_000),
    lag: readLagArgument(values.lag),
    textLength: readTextArgument(values.text),
  }
}

function introduction({ url, clientId, clientSecret }: Sandbox): string {
  const accounts = Object.values(knownAccounts).map(({ zoneId, number, checkDigit, invoiceNumber }) => {
    const account = checkDigit === null ? number : `${number}-${checkDigit}`
    return `  ${zoneId.padEnd(18)} cuenta ${account.padEnd(11)} factura ${invoiceNumber}`
  })
  const pins = Object.entries(samplePins).map(([role, pin]) => `  ${role.padEnd(18)} PIN ${pin}`)
  return [
    url,
    '',
    'Para conectar un kiosco:',
    `export VENTANILLA_API_URL=${url}`,
    `export VENTANILLA_CLIENT_ID=${clientId}`,
    `export VENTANILLA_CLIENT_SECRET=${clientSecret}`,
    '',
    'Cuentas de ejemplo:',
    ...accounts,
    '',
    'Personal de ejemplo:',
    ...pins,
    '',
  ].join('\n')
}

async function run(wanted: Parameters<typeof startSandbox>[0]): Promise<void> {
  const sandbox = await startSandbox(wanted)
  process.stdout.write(introduction(sandbox))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.close())
}

try {
  const wanted = readArguments()
  if (wanted === null) process.stdout.write(`${usage}\n`)
  else await run(wanted)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
