import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'

/** One of the files must match each of these. */
const needed = [
  /^package\.json$/,
  /^dist\/main\/main\.js$/,
  /^dist\/main\/sync-fetch\.js$/,
  /^dist\/main\/sync-write\.js$/,
  /^dist\/main\/documents\.js$/,
  /^dist\/main\/preview\.js$/,
  /^dist\/main\/pdfjs\/standard_fonts\/.+\.pfb$/,
  /^dist\/main\/pdfjs\/wasm\/openjpeg\.wasm$/,
  /^dist\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/.+\.js$/,
  /^dist\/renderer\/assets\/.+\.woff2$/,
  /^resources\/fonts\/.+\.ttf$/,
  /^node_modules\/@napi-rs\/canvas\/index\.js$/,
  /^node_modules\/@napi-rs\/canvas-linux-x64-gnu\/skia\.linux-x64-gnu\.node$/,
  /^node_modules\/better-sqlite3\/lib\/index\.js$/,
  /^node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
]

/** No file may match any of these. */
const unwanted = [
  /sandbox/,
  /^(tests|electron|renderer|shared|scripts|docs)\//,
  /\.(ts|vue|map)$/,
  /(^|\/)\.env/,
  /^node_modules\/(?!(better-sqlite3|@napi-rs)(\/|$))./,
  /^node_modules\/@napi-rs\/(?!canvas(-linux-x64-gnu)?(\/|$))./,
  /^node_modules\/better-sqlite3\/(deps|src)\//,
  /\/prebuilds\/(?!linux-x64\.node$)/,
  /^dist\/main\/host\.js$/,
]

/** Text that betrays a library which only the sandbox or the tests use, or the path of a machine that built it. */
const unwantedText = ['@faker-js/faker', 'fastify.register', 'sourceMappingURL=', 'fakerES_MX', process.cwd()]

/** What is wrong with the contents of an unpacked package for Linux, one line each. */
export function packageFaults(unpacked: string): string[] {
  const archive = join(unpacked, 'resources', 'app.asar')
  const files = listPackage(archive, { isPack: false }).map((path) => path.slice(1))
  const texts = files.filter((path) => /^dist\/.+\.(js|cjs|html|css)$/.test(path))
  return [
    ...needed.filter((pattern) => !files.some((path) => pattern.test(path))).map((pattern) => `nothing in the package matches ${pattern}`),
    ...files.filter((path) => unwanted.some((pattern) => pattern.test(path))).map((path) => `${path} must not be in the package`),
    ...texts.flatMap((path) => textFaults(path, extractFile(archive, path).toString('utf8'))),
    ...nativeFaults(unpacked),
  ]
}

function textFaults(path: string, text: string): string[] {
  return unwantedText.filter((unwantedPart) => text.includes(unwantedPart)).map((part) => `${path} holds ${part}`)
}

const natives = ['@napi-rs/canvas-linux-x64-gnu/skia.linux-x64-gnu.node', 'better-sqlite3/prebuilds/linux-x64.node']

/** The native modules stand beside the archive, since the system's loader cannot look into it, and are for this system. */
function nativeFaults(unpacked: string): string[] {
  const folder = join(unpacked, 'resources', 'app.asar.unpacked', 'node_modules')
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node'))
  if (found.sort().join() !== natives.join()) return [`unpacked native modules are ${found.join()}, not ${natives.join()} alone`]
  const isLibrary = (path: string): boolean => readFileSync(join(folder, path)).subarray(1, 4).toString('latin1') === 'ELF'
  return natives.filter((path) => !isLibrary(path)).map((path) => `${path} is not an ELF library`)
}
