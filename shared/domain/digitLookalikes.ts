/** Letters that are taken for digits when they are copied from paper or read by a machine. */
const DIGIT_OF: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2' }
/** Those that hardly anybody could mean otherwise; the others pass only beside many digits. */
const LOOKALIKE = /[OILSBoil|]/gu

/**
 * Reads the letters that look like digits as digits: `4O98991l` → `40989911`. Only for places where nothing but digits can stand, and only
 * where digits are the most of it, so that a word is not taken for a number.
 */
export function readLookalikes(text: string): string {
  const letters = text.match(LOOKALIKE)?.length ?? 0
  const digits = text.match(/\d/gu)?.length ?? 0
  if (letters === 0 || letters > digits) return text
  return text.replace(LOOKALIKE, (letter) => (letter === '|' ? '1' : (DIGIT_OF[letter.toUpperCase()] ?? letter)))
}
