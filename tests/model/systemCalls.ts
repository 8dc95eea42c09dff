import { readFileSync } from 'node:fs'

/** What a traced process did to files, in order; paths are absolute. */
export type SystemCall =
  | { call: 'open'; path: string; truncates: boolean }
  | { call: 'write'; path: string; offset: number | null; bytes: Buffer } // without an offset: at the end
  | { call: 'truncate'; path: string; length: number }
  | { call: 'sync'; path: string }
  | { call: 'rename'; from: string; to: string }
  | { call: 'unlink'; path: string }
  | { call: 'say'; text: string } // to standard output

const understood = ['openat', 'write', 'pwrite64', 'ftruncate', 'fsync', 'fdatasync', 'rename', 'unlink']
/** What could change a file besides. */
const others = ['renameat', 'renameat2', 'unlinkat', 'writev', 'pwritev', 'pwritev2', 'fallocate', 'truncate']

/** How strace must be told to write what is read here; after it come the program and its arguments. */
export const traceInto = (file: string): string[] => {
  return ['strace', '-D', '-f', '-y', '-xx', '-s', '20000000', '-e', `trace=${[...understood, ...others].join()}`, '-o', file]
}

/** The last that strace writes of a process; with `-D` it may come after the process is gone. */
export const isTraceWhole = (file: string, pid: number): boolean => new RegExp(`^${pid} +\\+\\+\\+ `, 'm').test(readFileSync(file, 'latin1').slice(-2_000))

/** Reads a trace. Throws on a call that changes a file in a way that is not understood here: nothing is passed over. */
export function readTrace(file: string): SystemCall[] {
  const begun = new Map<string, string>()
  return readFileSync(file, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
      if (rest.endsWith('<unfinished ...>')) {
        begun.set(thread, rest.slice(0, -' <unfinished ...>'.length))
        return []
      }
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)
      return readCall(resumed ? `${begun.get(thread) ?? ''}${resumed[1] ?? ''}` : rest)
    })
}

/** One whole call: `name(arguments) = result`. Those that failed did nothing. */
function readCall(text: string): SystemCall[] {
  const [, name = '', rest = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+|\?)/.exec(text) ?? []
  const isHeard = name === 'write' && rest.startsWith('1<') // and the process ended before it knew
  if (name === '' || result.startsWith('-') || (result === '?' && !isHeard)) return []
  const fd = /^(\d+)<([^>]*)>/.exec(rest)
  const descriptor = { number: Number(fd?.[1] ?? -1), path: unescape(fd?.[2] ?? '') }
  const strings = [...rest.matchAll(/"([^"]*)"/g)].map(([, escaped = '']) => escaped)
  const numbers = rest
    .replaceAll(/"[^"]*"|<[^>]*>/g, '')
    .split(', ')
    .map(Number)
  const [path = '', to = ''] = strings.map(unescape)
  switch (name) {
    case 'openat':
      return rest.includes('O_CREAT') ? [{ call: 'open', path, truncates: rest.includes('O_TRUNC') }] : []
    case 'write':
    case 'pwrite64': {
      const bytes = bytesOf(strings[0] ?? '').subarray(0, isHeard ? undefined : Number(result))
      if (descriptor.number === 1) return [{ call: 'say', text: bytes.toString() }]
      return [{ call: 'write', path: descriptor.path, offset: name === 'write' ? null : (numbers.at(-1) ?? 0), bytes }]
    }
    case 'ftruncate':
      return [{ call: 'truncate', path: descriptor.path, length: numbers.at(-1) ?? 0 }]
    case 'fsync':
    case 'fdatasync':
      return [{ call: 'sync', path: descriptor.path }]
    case 'rename':
      return [{ call: 'rename', from: path, to }]
    case 'unlink':
      return [{ call: 'unlink', path }]
    default:
      // Sockets and standard error are no files.
      if (name === 'writev' && !descriptor.path.startsWith('/')) return []
      throw new Error(`${name} is not understood here`)
  }
}

const bytesOf = (escaped: string): Buffer => Buffer.from(escaped.replaceAll('\\x', ''), 'hex')
const unescape = (escaped: string): string => escaped.replaceAll(/(?:\\x[0-9a-f]{2})+/g, (hex) => bytesOf(hex).toString())
