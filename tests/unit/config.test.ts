import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeSelfSigned } from '../fixtures/feed/certificate.ts'
import { BadSetting, readSettings, variables as environment } from '../../electron/config.ts'

let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'ventanilla-config-'))))
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dataDir, { recursive: true })
})

const credentials = { VENTANILLA_CLIENT_ID: 'k07', VENTANILLA_CLIENT_SECRET: 'secret' }

const read = (env: NodeJS.ProcessEnv = {}, argv: string[] = []) => readSettings(argv, { VENTANILLA_DATA_DIR: dataDir, ...env })

const writeFile = (settings: unknown) => writeFileSync(join(dataDir, 'ventanilla.json'), typeof settings === 'string' ? settings : JSON.stringify(settings))

/** The line that a person reads; anything but one `BadSetting` fails the test. */
function complaint(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof BadSetting) return error.message
    throw error
  }
  throw new Error('the settings were accepted')
}

describe('where a setting comes from', () => {
  test('without any, the defaults start the sample data', () => {
    expect(read()).toEqual({
      dataDir,
      port: 0,
      mode: 'kiosk',
      diagnostics: false,
      scanner: false,
      keypad: { next: 'F13', previous: 'F14', activate: 'F15', help: 'F16', plugged: null, unplugged: null },
      sampleAccounts: 300,
      ticketWidth: 80,
      sheetsPerVisit: 6,
      sheetsPerAccountAndDay: 20,
    })
  })

  test('the file replaces the default, the variable the file, the flag the variable', () => {
    writeFile({ port: 4001, exportDir: '/from/file', documentPrinter: 'file:/from/file' })
    const env = { VENTANILLA_EXPORT_DIR: '/from/environment' }
    expect(read(env)).toMatchObject({ port: 4001, exportDir: '/from/environment', documentPrinter: 'file:/from/file' })
    expect(read(env, ['--port', '4002'])).toMatchObject({ port: 4002, exportDir: '/from/environment' })
    expect(read({ VENTANILLA_DOCUMENT_PRINTER: 'file:///srv/Mis documentos' }).documentPrinter).toBe('file:///srv/Mis documentos')
  })

  test('the flag for the data directory decides which settings file is read', () => {
    const other = join(dataDir, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'ventanilla.json'), '{ "sheetsPerVisit": 2 }')
    expect(read({}, ['--data-dir', other])).toMatchObject({ dataDir: other, sheetsPerVisit: 2 })
  })

  test('the keypad: some keys or all, by the names of browsers, each another', () => {
    writeFile({ keypad: { next: 'Numpad6', plugged: 'F21' } })
    expect(read().keypad).toEqual({ next: 'Numpad6', previous: 'F14', activate: 'F15', help: 'F16', plugged: 'F21', unplugged: null })
    for (const [keypad, says] of [
      [{ next: 'F14' }, 'keypad must give each key another name'],
      [{ next: 'a' }, 'keypad.next must be the name of a key, such as F13'],
      [{ next: 'KeyA' }, 'keypad.next must not be a key that types a letter'],
      [{ back: 'F17' }, 'keypad.back is not a setting'],
    ] as const) {
      writeFile({ keypad })
      expect(complaint(() => read())).toContain(says)
    }
  })

  test('documents for phones: one address of this machine, and a certificate whole or not at all', () => {
    const phone = { address: '10.0.4.20', port: 8480 }
    const secure = writeSelfSigned(dataDir)
    const host = 'kiosco.sucursal.example'
    writeFile({ phone: { ...phone, network: 'Sucursal', host, ...secure } })
    expect(read().phone).toMatchObject({ address: '10.0.4.20', port: 8480, network: 'Sucursal' })
    for (const [wrong, message] of [
      [{ address: 'kiosco' }, 'phone.address must be an IP address of this machine'],
      [{ address: '0.0.0.0' }, 'phone.address must be one address of this machine'],
      [{ port: 0 }, 'phone.port must be a port'],
      [{ host, certificateFile: secure.certificateFile }, 'phone needs certificateFile and keyFile together, or neither'],
      [{ host, certificateFile: '/nowhere', keyFile: '/nowhere' }, 'phone.certificateFile cannot be read'],
      [secure, 'phone needs host, the name that the certificate is for'],
      [{ host, ...secure, keyFile: secure.certificateFile }, 'phone has a certificateFile and a keyFile that do not serve'],
      [{ password: 'x' }, 'phone.password is not a setting'],
    ] as const) {
      writeFile({ phone: { ...phone, ...wrong } })
      expect(
        complaint(() => read()),
        JSON.stringify(wrong),
      ).toContain(message)
    }
  })

  test('an empty variable is as good as none', () => {
    expect(read({ VENTANILLA_API_URL: '' }).apiUrl).toBeUndefined()
  })

  test('without a data directory there is one in the home of the user', () => {
    expect(readSettings([], { XDG_DATA_HOME: dataDir }).dataDir).toBe(join(dataDir, 'ventanilla'))
    vi.stubEnv('HOME', dataDir)
    const atHome = join(dataDir, '.local', 'share', 'ventanilla')
    for (const ignored of ['', 'relative']) expect(readSettings(['--data-dir', ''], { XDG_DATA_HOME: ignored }).dataDir).toBe(atHome)
  })

  test('the credentials file keeps the secret out of the environment', () => {
    const file = join(dataDir, 'credentials.json')
    writeFileSync(file, JSON.stringify({ clientId: 'k07', clientSecret: 'from file' }))
    const settings = read({ VENTANILLA_API_URL: 'https://api.example.org', VENTANILLA_CREDENTIALS_FILE: file })
    expect(settings).toMatchObject({ clientId: 'k07', clientSecret: 'from file' })
  })
})

describe('what is accepted', () => {
  test.each(['https://api.example.org/v1', 'http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])('API at %s', (apiUrl) => {
    expect(read({ VENTANILLA_API_URL: apiUrl, ...credentials }).apiUrl).toBe(apiUrl)
  })

  test.each(['ipp://printer.local:631/ipp/print', 'ipps://10.0.0.9/ipp/print', 'cups:Laser_1', 'file:/var/spool/ventanilla'])(
    'document printer %s',
    (address) => expect(read({ VENTANILLA_DOCUMENT_PRINTER: address }).documentPrinter).toBe(address),
  )

  test.each(['tcp://10.0.0.8:9100', 'device:/dev/usb/lp0', 'file:/var/spool/ventanilla'])('ticket printer %s', (address) =>
    expect(read({ VENTANILLA_TICKET_PRINTER: address }).ticketPrinter).toBe(address),
  )
})

describe('what is refused, in one line that names the setting', () => {
  const variables: [string, string][] = [
    ['VENTANILLA_API_URL', 'not an address'],
    ['VENTANILLA_API_URL', 'http://api.example.org'],
    ['VENTANILLA_API_URL', 'http://127.0.0.1.example.org'],
    ['VENTANILLA_API_URL', 'file:///etc/passwd'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'lp0'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'ipp://printer.local'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'cups:no such/name'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'windows:Laser'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'ipp://printer.local:99999/ipp'],
    ['VENTANILLA_DOCUMENT_PRINTER', 'ipp://no such host/ipp'],
    ['VENTANILLA_TICKET_PRINTER', 'tcp://10.0.0.8:99999'],
    ['VENTANILLA_TICKET_PRINTER', 'tcp://10.0.0.8'],
    ['VENTANILLA_TICKET_PRINTER', 'ipp://printer.local/ipp/print'],
    ['VENTANILLA_CREDENTIALS_FILE', '/no/such/file'],
    ['VENTANILLA_SANDBOX_SMTP', 'localhost:25'],
    ['VENTANILLA_SANDBOX_SMTP', 'http://localhost:25'],
  ]
  test.each(variables)('%s=%s', (variable, value) => {
    const line = complaint(() => read({ ...credentials, [variable]: value }))
    expect(line).toContain(variable)
    expect(line).not.toContain('\n')
  })

  test.each([
    ['VENTANILLA_DOCUMENT_PRINTER', 'ipp://host:port/path, ipps://host:port/path, cups:NAME or file:DIR'],
    ['VENTANILLA_TICKET_PRINTER', 'tcp://host:9100, device:/dev/usb/lp0 or file:DIR'],
  ])('%s names the forms that are allowed', (variable, forms) => {
    expect(complaint(() => read({ [variable]: 'lp0' }))).toContain(forms)
  })

  test('an API without credentials', () => {
    expect(complaint(() => read({ VENTANILLA_API_URL: 'https://api.example.org' }))).toContain('VENTANILLA_CLIENT_ID')
  })

  test('a file of certificates that is not there', () => {
    expect(complaint(() => read({ VENTANILLA_CA_FILE: join(dataDir, 'ca.pem') }))).toContain('VENTANILLA_CA_FILE')
  })

  test('a credentials file that holds something else', () => {
    const file = join(dataDir, 'credentials.json')
    writeFileSync(file, '{ "clientId": "k07" }')
    expect(complaint(() => read({ VENTANILLA_CREDENTIALS_FILE: file }))).toContain('VENTANILLA_CREDENTIALS_FILE')
  })

  test.each([
    ['sheetsPerVisit', 0, 'must be a whole number of at least 1'],
    ['ticketWidth', 70, 'must be 80 or 58'],
    ['sheetsPerAccountAndDay', 1.5, 'must be a whole number of at least 1'],
    ['port', 65536, 'must be a whole number from 0 to 65535'],
    ['port', 'many', 'must be a whole number from 0 to 65535'],
    ['sampleAccounts', 1, 'must be a whole number from 2 to 100000'],
    ['shell', 'firefox', 'must be electron, browser or none'],
    ['mode', 'board', 'must be kiosk or counter'],
    ['diagnostics', 'yes', 'must be true or false'],
    ['documentPrinter', 9100, 'must be a text'],
    ['caFile', '', 'must not be empty'],
    ['printerr', 'file:/tmp', 'is not a setting'],
  ])('%s: %s in the settings file', (name, value, words) => {
    writeFile({ [name]: value })
    const line = complaint(() => read())
    const variable = Object.entries(environment).find(([, { setting }]) => setting === name)?.[0]
    expect(line).toContain(variable ?? name)
    expect(line).toContain(words)
    expect(line).not.toContain('\n')
  })

  test.each(['{', '[]', '"text"', ''])('a settings file that holds %j', (text) => {
    writeFile(text)
    expect(complaint(() => read())).toContain('ventanilla.json is not a JSON object')
  })

  test.each([[['--shel', 'none']], [['--shell', 'firefox']], [['--port', 'any']], [['positional']]])('the flags %j', (argv) => {
    const line = complaint(() => read({}, argv))
    expect(line).toContain(argv[0]?.replace('--', ''))
    expect(line).not.toContain('\n')
  })

  test('a secret is never part of the line', () => {
    const line = complaint(() => read({ VENTANILLA_API_URL: 'http://api.example.org', ...credentials }))
    expect(line).not.toContain(credentials.VENTANILLA_CLIENT_SECRET)
  })
})
