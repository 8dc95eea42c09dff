import { MOST_KEPT, SEPARATOR } from '../../../shared/domain/scannedText.ts'

/** One `keydown` event. */
export interface KeyPress {
  /** `KeyboardEvent.key`: the character, or the name of the key. */
  key: string
  /** `KeyboardEvent.code`: the physical key, whatever the layout. */
  code: string
  /** `KeyboardEvent.timeStamp`, in milliseconds. */
  at: number
  /** The key is held down and repeats. */
  repeat: boolean
  /** Pressed with Control, Alt or Meta. */
  command: boolean
}

/** What a key press means, given those before it. */
export type Heard =
  /** A first character: of a scan or of a person's typing. */
  | { kind: 'begins' }
  /** As fast as a scanner; `certain` after so many that no person types them as fast. */
  | { kind: 'goesOn'; certain: boolean }
  | { kind: 'scan'; text: string }
  /** The same code again within a second. */
  | { kind: 'again' }
  /** A second terminator right after a scan, such as the line feed after the return. */
  | { kind: 'echo' }
  /** Any other key: a person's. */
  | { kind: 'key' }

export interface ScanState {
  /** The characters so far, cut at `MOST_KEPT`. */
  text: string
  count: number
  lastAt: number
  last: { text: string; at: number } | null
}

export const quiet: ScanState = { text: '', count: 0, lastAt: -Infinity, last: null }

/** Longest time between two keys of a scanner, in milliseconds. People reach it now and then for two or three keys. */
export const SLOWEST_SCANNER = 50
/** Fewest characters of a scan. */
export const SHORTEST_SCAN = 6
/** From this character on it is no person. */
const CERTAIN_FROM = 3
/** The same code read twice within this time, in milliseconds, counts once. */
export const SAME_WITHIN = 1000

const ENDS = new Set(['Enter', 'Tab'])
const HELD = new Set(['Shift', 'AltGraph', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock'])
const UNREADABLE = '\uFFFD'

/** Tells a scanner from a person: six or more characters, each within 50 ms of the one before, ended as fast by Enter or Tab. */
export function hear(state: ScanState, press: KeyPress): { state: ScanState; heard: Heard } {
  const isNear = press.at - state.lastAt <= SLOWEST_SCANNER
  // A modifier comes between two characters and takes time of its own.
  if (HELD.has(press.key)) return { state: isNear ? { ...state, lastAt: press.at } : state, heard: { kind: 'key' } }
  if (isEnd(press)) return end(state, press, isNear)
  const character = characterOf(press)
  if (character === null) return { state: { ...quiet, last: state.last }, heard: { kind: 'key' } }
  if (!isNear || state.count === 0) return { state: { ...state, text: character, count: 1, lastAt: press.at }, heard: { kind: 'begins' } }
  const count = state.count + 1
  const text = state.text.length < MOST_KEPT ? state.text + character : state.text
  return { state: { ...state, text, count, lastAt: press.at }, heard: { kind: 'goesOn', certain: count >= CERTAIN_FROM } }
}

/** Enter and Tab end a scan, and so does the line feed (Control+J) of scanners that send it. */
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
  // Scanners send the separator as Control+].
  if (command) return code === 'BracketRight' ? SEPARATOR : null
  if (key === 'Dead') return UNREADABLE
  return [...key].length === 1 ? key : null
}
