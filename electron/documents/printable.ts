/** What the paper's font can draw: Latin with its extensions. A test compares these ranges with the font files. */
const DRAWABLE =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0131\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0218-\u021b\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212]*$/u

const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** What stands for a character that the font cannot draw: nothing of a name vanishes in silence. */
const REPLACEMENT = '?'

/**
 * Text of the utility as it can stand on paper: control characters become spaces, invisible ones (bidirectional overrides, joiners) are
 * dropped, each emoji or letter of another script becomes one `?`. Markup is not touched: nothing here reads markup.
 */
export function printable(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s|\p{Cc}/gu, ' ')
  return (DRAWABLE.test(plain) ? plain : replaceUndrawable(plain)).trim()
}

function replaceUndrawable(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const visible = segment.replace(/\p{Cf}/gu, '')
    return DRAWABLE.test(visible) ? visible : REPLACEMENT
  }).join('')
}
