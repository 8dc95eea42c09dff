/** Windows keeps these for devices, whatever follows the first dot; a stick may be read there. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** In bytes: well below the 255 of any file system, with room for a number and an extension. */
const LONGEST_NAME = 120
const LONGEST_SHOWN = 40

/**
 * A name, without extension, that FAT32, exFAT, NTFS and ext4 take alike. What they refuse (`"*:<>?|` and slashes) becomes a hyphen; control and
 * invisible characters, those that turn the direction of writing, and all beyond the basic plane go.
 */
export function safeName(name: string): string {
  const plain = withoutInvisible(name).replace(/[\u{10000}-\u{10ffff}]/gu, '')
  const allowed = plain.replace(/\s*["*:<>?|\\/]["*:<>?|\\/\s]*/g, '-').replace(/\s+/g, ' ')
  const short = trimEnds(upToBytes(trimEnds(allowed), LONGEST_NAME))
  if (short === '') return 'documento'
  return RESERVED.test(short.split('.')[0]?.trim() ?? '') ? `documento ${short}` : short
}

/** A stick's name as it can stand on a screen. */
export const showableName = (name: string): string => [...withoutInvisible(name).replace(/\s+/g, ' ').trim()].slice(0, LONGEST_SHOWN).join('')

/** Control characters, formats such as those of direction, halves of pairs, and what no one has assigned. White space stays. */
const withoutInvisible = (text: string): string => text.normalize('NFC').replace(/(?!\s)\p{C}/gu, '')

/** A dot or a hyphen in front hides or misleads; a dot or space at the end is dropped by Windows. */
const trimEnds = (text: string): string => text.replace(/^[-.\s]+|[-.\s]+$/g, '')

function upToBytes(text: string, most: number): string {
  let kept = ''
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > most) break
    kept += character
  }
  return kept
}
