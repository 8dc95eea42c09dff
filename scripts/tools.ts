import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The system's programs that the tests verify with, and the Debian package of each. */
const tools: Readonly<Record<string, string>> = {
  chromium: 'chromium',
  'chromium-headless-shell': 'chromium-headless-shell',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  zbarimg: 'zbar-tools',
  ssconvert: 'gnumeric',
  ippeveprinter: 'cups-ipp-utils',
  ipptool: 'cups-ipp-utils',
  'dbus-daemon': 'dbus',
  'avahi-daemon': 'avahi-daemon',
  strace: 'strace',
  iconv: 'libc-bin',
  sqlite3: 'sqlite3',
  perl: 'perl-base',
  compare: 'imagemagick',
  unzip: 'unzip',
  xmllint: 'libxml2-utils',
  'espeak-ng': 'espeak-ng',
}

/** Programs that do as well as the one that Debian packages. */
const chromiums = ['chromium', 'chromium-browser', 'google-chrome']
const equivalents: Readonly<Record<string, readonly string[]>> = { chromium: chromiums, 'chromium-headless-shell': chromiums }

/** Debian keeps what administrators run in folders that are not on everybody's PATH. */
export const toolFolders = (env = process.env): string[] => [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/bin']

/** The names of the tools that are not here. */
export function missingTools(folders: readonly string[] = toolFolders()): string[] {
  return Object.keys(tools).filter((tool) => ![tool, ...(equivalents[tool] ?? [])].some((name) => isIn(folders, name)))
}

/**
 * Makes sure that every tool is here: installs the missing ones where apt-get may be run (as root or by sudo without a password), else
 * says what to install. Returns whether all are here now.
 */
export function ensureTools(): boolean {
  const missing = missingTools()
  if (missing.length === 0) return true
  const packages = [...new Set(missing.map((tool) => tools[tool] ?? tool))]
  const administrator = administratorPrefix()
  if (administrator !== null) install(administrator, packages)
  const stillMissing = missingTools()
  for (const tool of stillMissing) console.error(`${tool} is missing: it is in Debian's package ${tools[tool]}`)
  return stillMissing.length === 0
}

function isIn(folders: readonly string[], name: string): boolean {
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** What goes before a command so that it runs as root, or null where it cannot. */
function administratorPrefix(): string[] | null {
  if (!existsSync('/usr/bin/apt-get')) return null
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null
}

function install(administrator: readonly string[], packages: readonly string[]): void {
  console.error(`installing ${packages.join(', ')}`)
  const aptGet = [...administrator, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  run([...aptGet, 'update', '-qq'])
  run([...aptGet, 'install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** Its talk goes to standard error: standard output belongs to the tests. */
function run([program = '', ...args]: readonly string[]): void {
  spawnSync(program, args, { stdio: ['ignore', 2, 2] })
}

if (import.meta.main && !ensureTools()) process.exit(1)
