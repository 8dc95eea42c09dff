/** Longest code, in characters. The longest of ours is a fiscal QR of about two hundred. */
export const LONGEST_CODE = 1000
/** Characters kept of a scan: one more than the longest code, so that a longer one is recognised as such. */
export const MOST_KEPT = LONGEST_CODE + 1
/** Ends a GS1-128 field of variable length (FNC1). Most scanners leave it out. */
export const SEPARATOR = '\u001D'
