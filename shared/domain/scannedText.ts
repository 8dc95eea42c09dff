/** In characters. The longest of ours is a fiscal QR, of some two hundred. */
export const LONGEST_CODE = 1000
/** So many are kept of what is scanned: one more tells that a code is longer. */
export const MOST_KEPT = LONGEST_CODE + 1
/** By which a scanner says that a field of GS1-128 without a set length ends; most leave it out. */
export const SEPARATOR = '\u001D'
