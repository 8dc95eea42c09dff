/** Code page 858, from 0x80 on, without its two invisible characters: Western Europe with the euro sign. */
const UPPER_HALF = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´±‗¾¶§÷¸°¨·¹³²■'

/** Every character that a ticket printer is sent. */
export const ticketCharacters: ReadonlySet<string> = new Set([...Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)), ...UPPER_HALF])

/** What stands for signs that are not letters and that tickets lack. The bullet masks names. */
const signs: Readonly<Record<string, string>> = {
  '•': '*',
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '‹': '<',
  '›': '>',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '№': 'No.',
  '™': 'TM',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
}

const UNKNOWN = '?'
const graphemes = new Intl.Segmenter('es', { granularity: 'grapheme' })

/**
 * Text as a ticket printer can have it. Control characters become spaces: what comes behind ESC, GS or DLE would be obeyed. Invisible ones
 * are dropped; a letter with an accent that the code page lacks stands without it; what is left is `?`.
 */
export function ticketText(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s|\p{Cc}/gu, ' ')
  return Array.from(graphemes.segment(plain), ({ segment }) => fitting(segment.replace(/\p{Cf}/gu, ''))).join('')
}

function fitting(character: string): string {
  if (isPrintable(character)) return character
  const sign = signs[character]
  if (sign !== undefined) return sign
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return base !== '' && isPrintable(base) ? base : UNKNOWN
}

const isPrintable = (text: string): boolean => [...text].every((character) => ticketCharacters.has(character))
