/**
 * What the paper's fonts can draw: Latin with its extensions (the two subsets of Atkinson Hyperlegible Next). A test compares these ranges
 * with the font files.
 */
const LATIN = '\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u00b4\\u00b6-\\u00ff\\u0131\\u0152\\u0153\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2022\\u2026\\u2039\\u203a\\u20ac\\u2122\\u2212'
const EXTENDED =
  '\\u0100-\\u0107\\u010a-\\u0113\\u0116-\\u011b\\u011e-\\u0123\\u0126\\u0127\\u012a-\\u012b\\u012e\\u012f\\u0130\\u0136\\u0137\\u0139-\\u013e' +
  '\\u0141-\\u0148\\u0150\\u0151\\u0154\\u0155\\u0158-\\u015b\\u015e-\\u0165\\u016a\\u016b\\u016e-\\u017e\\u0218-\\u021b\\u1e80-\\u1e85\\u1e9e\\u1ef2\\u1ef3'

const onlyLatin = new RegExp(`^[${LATIN}]*$`, 'u')
const drawable = new RegExp(`^[${LATIN}${EXTENDED}]*$`, 'u')
const runsOfBoth = new RegExp(`[${EXTENDED}]+|[^${EXTENDED}]+`, 'gu')
const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/** What stands for a character that the fonts cannot draw: nothing of a name vanishes in silence. */
const REPLACEMENT = '?'

/**
 * Text of the utility as it can stand on paper: control characters become spaces, invisible ones (bidirectional overrides, joiners) are
 * dropped, each emoji or letter of another script becomes one `?`. Markup is not touched: nothing here reads markup.
 */
export function printable(text: string): string {
  const plain = text.toWellFormed().normalize('NFC').replace(/\s|\p{Cc}/gu, ' ')
  return (drawable.test(plain) ? plain : replaceUndrawable(plain)).trim()
}

function replaceUndrawable(text: string): string {
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const visible = segment.replace(/\p{Cf}/gu, '')
    return drawable.test(visible) ? visible : REPLACEMENT
  }).join('')
}

export interface Run {
  text: string
  extended: boolean
}

/** Cuts printable text where the font file must change; null when one file draws it all, as it nearly always does. */
export function fontRuns(text: string): Run[] | null {
  if (onlyLatin.test(text)) return null
  return (text.match(runsOfBoth) ?? []).map((run) => ({ text: run, extended: !onlyLatin.test(run) }))
}
