/** One symbol character as the printer takes it, in a code set. */
interface Run {
  set: 'B' | 'C'
  text: string
}

/** Beside the data: start, check and stop (Code 128, ISO/IEC 15417). */
const MODULES = { symbol: 11, stop: 13, quiet: 10 }
const MOST_BYTES = 255

/** A bar of 2 dots is 0.25 mm, and what hand-held scanners of a cash desk read; 3 is better where there is room. */
const WIDTHS = [3, 2] as const

export interface Code128 {
  /** Dots of a module. */
  width: 2 | 3
  /** Behind `GS k 73 n`: the data with the code sets that they are in. */
  bytes: Uint8Array
}

/** Digits in pairs (set C), the rest in set B; null where the data or the paper cannot carry it with its quiet zones. */
export function code128For(data: string, dots: number): Code128 | null {
  if (!/^[\x20-\x7e]+$/.test(data) || data !== data.trim()) return null
  const runs = runsOf(data)
  const bytes = bytesOf(runs)
  const width = WIDTHS.find((each) => modulesOf(runs) * each <= dots)
  return width === undefined || bytes.length > MOST_BYTES ? null : { width, bytes }
}

/** Four digits or more are worth the change of set; of an odd run the first digit stays behind in set B. */
function runsOf(data: string): Run[] {
  const runs: Run[] = []
  for (const [part] of data.matchAll(/\d{4,}|(?:(?!\d{4})[^])+/g)) {
    const isDigits = /^\d{4}/.test(part)
    const odd = isDigits ? part.length % 2 : part.length
    if (odd > 0) joinB(runs, part.slice(0, odd))
    if (isDigits) addPairs(runs, part.slice(odd))
  }
  return runs
}

/**
 * In set C the digits 16 04, 16 05 and 16 20 are the bytes of DLE EOT, DLE ENQ and DLE DC4, which a printer obeys wherever they stand: the
 * last opens its drawer. There the 16 goes in set B.
 */
const OBEYED = ['1604', '1605', '1620']

function addPairs(runs: Run[], digits: string): void {
  for (let at = 0; at < digits.length; at += 2) {
    const text = digits.slice(at, at + 2)
    const last = runs.at(-1)
    if (OBEYED.includes(digits.slice(at, at + 4))) joinB(runs, text)
    else if (last?.set === 'C') last.text += text
    else runs.push({ set: 'C', text })
  }
}

function joinB(runs: Run[], text: string): void {
  const last = runs.at(-1)
  if (last?.set === 'B') last.text += text
  else runs.push({ set: 'B', text })
}

/** Each run costs its set's character, the first of them being the start. */
function modulesOf(runs: readonly Run[]): number {
  const characters = runs.reduce((sum, { set, text }) => sum + 1 + (set === 'C' ? text.length / 2 : text.length), 0)
  return (characters + 1) * MODULES.symbol + MODULES.stop + 2 * MODULES.quiet
}

function bytesOf(runs: readonly Run[]): Uint8Array {
  return Buffer.concat(runs.map(({ set, text }) => Buffer.concat([Buffer.from(`{${set}`), set === 'C' ? pairsOf(text) : literally(text)])))
}

const pairsOf = (digits: string): Buffer => Buffer.from(digits.match(/../g)?.map(Number) ?? [])

/** The brace introduces a set, and doubled stands for itself. */
const literally = (text: string): Buffer => Buffer.from(text.replaceAll('{', '{{'), 'latin1')
