import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { PrinterRole } from '../shared/contract/printing.ts'
import { forEachRole } from '../shared/domain/printers.ts'
import { isSecure } from './api/address.ts'
import { phoneSettings } from './phone/phoneSettings.ts'
import { keypadSettings } from './speech/keypadSettings.ts'

/** Why the program cannot start with these settings; one line that names the setting. The process exits with 2. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'is not an address', abort: true })
  .refine((text) => isSecure(new URL(text)), 'must begin with https:// (plain http only for this machine)')

interface PrinterSetting {
  setting: 'documentPrinter' | 'ticketPrinter'
  variable: string
  /** The addresses that are understood, for a person and as patterns. */
  forms: string
  schemes: RegExp[]
  /** Where no address is set: a folder in the data directory, or no printer. */
  fallback: ((dataDir: string) => string) | null
}

const printerSettings: Record<PrinterRole, PrinterSetting> = {
  documents: {
    setting: 'documentPrinter',
    variable: 'VENTANILLA_DOCUMENT_PRINTER',
    forms: 'ipp://host:port/path, ipps://host:port/path, cups:NAME or file:DIR',
    schemes: [/^ipps?:\/\/[^/]+\/.+/, /^cups:[\w.-]+$/, /^file:.+/],
    fallback: (dataDir) => `file:${join(dataDir, 'impresos')}`,
  },
  tickets: {
    setting: 'ticketPrinter',
    variable: 'VENTANILLA_TICKET_PRINTER',
    forms: 'tcp://host:9100, device:/dev/usb/lp0 or file:DIR',
    schemes: [/^tcp:\/\/[^/:]+:\d+$/, /^device:\/.+/, /^file:.+/],
    fallback: null,
  },
}

/** By the rules for `http:`, which know hosts and ports. */
const namesHost = (address: string): boolean => !/^(ipps?|tcp):/.test(address) || URL.canParse(address.replace(/^\w+/, 'http'))
const printerAddress = ({ forms, schemes }: PrinterSetting) =>
  z
    .string('must be a text')
    .refine((address) => schemes.some((scheme) => scheme.test(address)) && namesHost(address), `is not a printer address that is understood: write ${forms}`)

/** What the address of each printer may be. */
export const printerAddresses = forEachRole((role) => printerAddress(printerSettings[role]))

/** From `lowest` to `highest`, as a number or as a text of digits. */
function wholeNumber(lowest: number, highest = Number.MAX_SAFE_INTEGER) {
  const range = highest === Number.MAX_SAFE_INTEGER ? `of at least ${lowest}` : `from ${lowest} to ${highest}`
  const words = `must be a whole number ${range}`
  return z.coerce.number(words).int(words).min(lowest, words).max(highest, words)
}

const text = z.string('must be a text').min(1, 'must not be empty')

/** The names in the settings file; each has its variable and some a flag. */
const schema = z.strictObject({
  apiUrl: apiUrl.optional(),
  clientId: text.optional(),
  clientSecret: text.optional(),
  credentialsFile: text.optional(),
  caFile: text.optional(),
  dataDir: text,
  documentPrinter: printerAddresses.documents.optional(),
  ticketPrinter: printerAddresses.tickets.optional(),
  exportDir: text.optional(),
  shell: z.enum(['electron', 'browser', 'none'], 'must be electron, browser or none').optional(),
  port: wholeNumber(0, 65_535).default(0),
  mode: z.enum(['kiosk', 'counter'], 'must be kiosk or counter').default('kiosk'),
  diagnostics: z.boolean('must be true or false').default(false),
  scanner: z.boolean('must be true or false').default(false),
  phone: phoneSettings.optional(),
  keypad: keypadSettings,
  sampleAccounts: wholeNumber(2, 100_000).default(300),
  sandboxSmtp: z.url({ protocol: /^smtps?$/, hostname: /./, error: 'must be smtp://host:port or smtps://host:port' }).optional(),
  ticketWidth: z.literal([80, 58], 'must be 80 or 58').default(80),
  sheetsPerVisit: wholeNumber(1).default(6),
  sheetsPerAccountAndDay: wholeNumber(1).default(20),
})
export type Settings = z.infer<typeof schema>

/** Which setting a variable gives, and what `--help` says of it. */
export const variables: Record<string, { setting: keyof Settings; meaning: string }> = {
  VENTANILLA_API_URL: { setting: 'apiUrl', meaning: "the utility's API; without it, sample data" },
  VENTANILLA_CLIENT_ID: { setting: 'clientId', meaning: "this kiosk's credentials" },
  VENTANILLA_CLIENT_SECRET: { setting: 'clientSecret', meaning: "this kiosk's credentials" },
  VENTANILLA_CREDENTIALS_FILE: { setting: 'credentialsFile', meaning: 'a JSON file with clientId and clientSecret, instead of these two' },
  VENTANILLA_CA_FILE: { setting: 'caFile', meaning: 'certificates of an authority of your own (PEM)' },
  VENTANILLA_DATA_DIR: { setting: 'dataDir', meaning: 'as --data-dir' },
  ...Object.fromEntries(Object.values(printerSettings).map(({ variable, setting, forms }) => [variable, { setting, meaning: forms }])),
  VENTANILLA_SANDBOX_SMTP: { setting: 'sandboxSmtp', meaning: 'with sample data: the mail server for its mails, smtp://host:port' },
  VENTANILLA_EXPORT_DIR: { setting: 'exportDir', meaning: 'a folder offered beside USB sticks when a document is saved' },
}

interface Flag {
  type: 'string' | 'boolean'
  setting: keyof Settings
  /** How `--help` writes its value. */
  value?: string
  meaning: string
}

/** By the name that stands behind the two hyphens. */
export const flags: Record<string, Flag> = {
  shell: { type: 'string', setting: 'shell', value: 'electron|browser|none', meaning: 'what shows the page; none prints an address' },
  port: { type: 'string', setting: 'port', value: 'N', meaning: 'port of the browser shell on 127.0.0.1; 0 is any free one' },
  'data-dir': { type: 'string', setting: 'dataDir', value: 'DIR', meaning: 'database, profile and files; default ~/.local/share/ventanilla' },
  diagnostics: { type: 'boolean', setting: 'diagnostics', meaning: 'opens Estado del equipo to whoever stands there' },
}

/** The address of each printer; null where the branch has none. */
export const addressesIn = (settings: Settings): Record<PrinterRole, string | null> =>
  forEachRole((role) => {
    const { setting, fallback } = printerSettings[role]
    return settings[setting] ?? fallback?.(settings.dataDir) ?? null
  })

/** Defaults, then `ventanilla.json` in the data directory, then the environment, then the flags. Throws `BadSetting`. */
export function readSettings(argv: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const fromFlags = readFlags(argv)
  const fromEnvironment = pickVariables(env)
  const dataDir = resolve(fromFlags.dataDir || fromEnvironment.dataDir || defaultDataDir(env))
  const merged = { ...readSettingsFile(join(dataDir, 'ventanilla.json')), ...fromEnvironment, ...fromFlags, dataDir }
  const parsed = schema.safeParse(merged)
  if (!parsed.success) throw new BadSetting(describeIssue(parsed.error.issues[0]))
  if (parsed.data.caFile !== undefined) assertReadable(parsed.data.caFile, 'VENTANILLA_CA_FILE')
  return withCredentials(parsed.data)
}

function readFlags(argv: readonly string[]): { dataDir?: string } {
  try {
    const { values } = parseArgs({ args: [...argv], options: flags })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [flags[name]?.setting ?? name, value]))
  } catch (error) {
    throw new BadSetting(error instanceof Error ? error.message : 'the flags are not understood')
  }
}

function pickVariables(env: NodeJS.ProcessEnv): Partial<Record<keyof Settings, string>> {
  const given = Object.entries(variables).filter(([variable]) => env[variable])
  return Object.fromEntries<string | undefined>(given.map(([variable, { setting }]) => [setting, env[variable]]))
}

function readSettingsFile(path: string): object {
  // Also where the data directory itself is out of reach, which whoever takes it says.
  if (!existsSync(path)) return {}
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new BadSetting(`${path} cannot be read`)
  }
  return parseObject(text, path)
}

function assertReadable(path: string, name: string): void {
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new BadSetting(`${name} cannot be read`)
  }
}

function parseObject(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below: the file is not JSON, which is the same to whoever must mend it.
  }
  throw new BadSetting(`${path} is not a JSON object`)
}

/** A credentials file (`{ "clientId": …, "clientSecret": … }`) keeps the secret out of the environment. */
function withCredentials(settings: Settings): Settings {
  const credentials = z.strictObject({ clientId: z.string().min(1), clientSecret: z.string().min(1) })
  if (settings.credentialsFile) {
    let text: string
    try {
      text = readFileSync(settings.credentialsFile, 'utf8')
    } catch {
      throw new BadSetting('VENTANILLA_CREDENTIALS_FILE cannot be read')
    }
    const parsed = credentials.safeParse(parseObject(text, 'VENTANILLA_CREDENTIALS_FILE'))
    if (!parsed.success) throw new BadSetting('VENTANILLA_CREDENTIALS_FILE must hold clientId and clientSecret')
    return { ...settings, ...parsed.data }
  }
  if (settings.apiUrl && !(settings.clientId && settings.clientSecret)) {
    throw new BadSetting('VENTANILLA_CLIENT_ID and VENTANILLA_CLIENT_SECRET (or VENTANILLA_CREDENTIALS_FILE) must go with VENTANILLA_API_URL')
  }
  return settings
}

/** Where the user's programs keep their data; the XDG specification has an empty or relative setting ignored. */
function defaultDataDir({ XDG_DATA_HOME: given = '' }: NodeJS.ProcessEnv): string {
  return join(isAbsolute(given) ? given : join(homedir(), '.local', 'share'), 'ventanilla')
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const name = [...(issue?.path ?? []), ...unknown].join('.') || 'settings'
  const variable = Object.entries(variables).find(([, { setting }]) => setting === name)?.[0]
  const flag = Object.entries(flags).find(([, { setting }]) => setting === name)?.[0]
  return `${variable ?? (flag === undefined ? name : `--${flag}`)} ${issue?.code === 'unrecognized_keys' ? 'is not a setting' : (issue?.message ?? 'is not valid')}`
}
