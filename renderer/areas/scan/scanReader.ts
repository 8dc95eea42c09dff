import { MOST_KEPT, SEPARATOR } from '../../../shared/domain/scannedText.ts'

/** One key that goes down, as the page hears of it. */
export interface KeyPress {
  /** What it writes, or its name. */
  key: string
  /** Where it is on the keyboard, whatever the layout. */
  code: string
  /** Milliseconds, from any beginning. */
  at: number
  /** It is held. */
  repeat: boolean
  /** With Control, Alt or the system's key. */
  command: boolean
}

/** What a key is, now that it has come. */
export type Heard =
  /** Perhaps the first of a scan, perhaps a person's. */
  | { kind: 'begins' }
  /** Came as fast as scanners type; `certain` when no hand is as fast for so long. */
  | { kind: 'goesOn'; certain: boolean }
  | { kind: 'scan'; text: string }
  /** The same code once more, at once. */
  | { kind: 'again' }
  /** What a scanner sends behind its end. */
  | { kind: 'echo' }
  /** A person's. */
  | { kind: 'key' }

export interface ScanState {
  /** What came so far; of more than is kept, the beginning. */
  text: string
  count: number
  lastAt: number
  last: { text: string; at: number } | null
}

export const quiet: ScanState = { text: '', count: 0, lastAt: -Infinity, last: null }

/** Between two keys of a scanner, with room for slow ones. Hands come so near now and then, for two or three keys. */
export const SLOWEST_SCANNER = 50
/** Fewer characters are no scan. */
export const SHORTEST_SCAN = 6
/** From here on it is no hand. */
const CERTAIN_FROM = 3
/** A code that is read twice within this counts once. */
export const SAME_WITHIN = 1000

const ENDS = new Set(['Enter', 'Tab'])
const HELD = new Set(['Shift', 'AltGraph', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock'])
const UNREADABLE = '\uFFFD'

/** Tells a scanner from hands: six characters or more, each within 50 ms of the one before, closed as fast by Enter or Tab. */
export function hear(state: ScanState, press: KeyPress): { state: ScanState; heard: Heard } {
  const isNear = press.at - state.lastAt <= SLOWEST_SCANNER
  // It stands between two characters, and takes its time.
  if (HELD.has(press.key)) return { state: isNear ? { ...state, lastAt: press.at } : state, heard: { kind: 'key' } }
  if (isEnd(press)) return end(state, press, isNear)
  const character = characterOf(press)
  if (character === null) return { state: { ...quiet, last: state.last }, heard: { kind: 'key' } }
  if (!isNear || state.count === 0) return { state: { ...state, text: character, count: 1, lastAt: press.at }, heard: { kind: 'begins' } }
  const count = state.count + 1
  const text = state.text.length < MOST_KEPT ? state.text + character : state.text
  return { state: { ...state, text, count, lastAt: press.at }, heard: { kind: 'goesOn', certain: count >= CERTAIN_FROM } }
}

/** A line feed that follows the return is an end as well. */
const isEnd = ({ key, code, repeat, command }: KeyPress): boolean => !repeat && ((ENDS.has(key) && !command) || (command && code === 'KeyJ'))

function end({ text, count, last }: ScanState, { at, command }: KeyPress, isNear: boolean): { state: ScanState; heard: Heard } {
  const isScan = isNear && count >= SHORTEST_SCAN && !command
  if (!isScan) {
    const isEcho = last !== null && at - last.at <= SLOWEST_SCANNER && count === 0
    return { state: { ...quiet, last }, heard: { kind: isEcho ? 'echo' : 'key' } }
  }
  const isSame = last !== null && last.text === text && at - last.at <= SAME_WITHIN
  return { state: { ...quiet, last: { text, at } }, heard: isSame ? { kind: 'again' } : { kind: 'scan', text } }
}

function characterOf({ key, code, repeat, command }: KeyPress): string | null {
  if (repeat) return null
  // How scanners type it.
  if (command) return code === 'BracketRight' ? SEPARATOR : null
  if (key === 'Dead') return UNREADABLE
  return [...key].length === 1 ? key : null
}
