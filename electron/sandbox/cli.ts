import { parseArgs } from 'node:util'
import { samplePins } from './data/clerks.ts'
import { knownAccounts } from './sample/known.ts'
import { type Sandbox, startSandbox } from './server.ts'

/** `npm run sandbox -- --port 4010 --accounts N`: the sandbox alone, until SIGTERM or SIGINT. */
const usage = 'Uso: npm run sandbox -- [--port 0-65535] [--accounts 1-1000000]'

function readNumber(text: string | undefined, lowest: number, highest: number): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= lowest && number <= highest)) throw new RangeError(usage)
  return number
}

function readArguments(): { port: number; accounts: number | undefined } | null {
  const { values } = parseArgs({ options: { port: { type: 'string' }, accounts: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) return null
  return { port: readNumber(values.port, 0, 65_535) ?? 4010, accounts: readNumber(values.accounts, 1, 1_000_000) }
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
