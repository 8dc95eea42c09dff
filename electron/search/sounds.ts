/** How a letter sounds in Spanish, where letters sound alike; by what stands behind it where that matters. */
const SOUNDS: Readonly<Record<string, string | ((next: string) => string)>> = {
  v: 'b',
  w: 'b',
  z: 's',
  c: (next) => (next === 'h' ? 'x' : isSoft(next) ? 's' : 'k'),
  q: 'k',
  k: 'k',
  g: (next) => (isSoft(next) ? 'j' : 'g'),
  x: 'j',
  h: '',
  m: (next) => (next === 'b' || next === 'p' || next === 'v' ? 'n' : 'm'),
  y: (next) => (next === '' ? 'i' : 'y'),
}

const isSoft = (letter: string): boolean => letter === 'e' || letter === 'i'

/** A folded word as it sounds: *Gonsales* and *González*, *Baldez* and *Valdés*, *Ximénez* and *Jiménez* are the same. */
export function soundOf(word: string): string {
  let sound = ''
  let last = ''
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at)
    const next = word.charAt(at + 1)
    const said = soundAt(letter, next, word.charAt(at - 1), word.charAt(at + 2))
    // Doubled letters sound once.
    if (said !== '' && said !== last) sound += said
    if (said !== '') last = said
  }
  return sound
}

function soundAt(letter: string, next: string, before: string, afterNext: string): string {
  // The second letter of *ch* and *ll*, and the u of *que*, *gui*.
  if (letter === 'l' && next === 'l') return 'y'
  if (letter === 'l' && before === 'l') return ''
  if (letter === 'u' && (before === 'q' || before === 'g') && isSoft(next)) return ''
  if (letter === 'g' && next === 'u' && isSoft(afterNext)) return 'g'
  const rule = SOUNDS[letter]
  if (rule === undefined) return letter
  return typeof rule === 'string' ? rule : rule(next)
}
