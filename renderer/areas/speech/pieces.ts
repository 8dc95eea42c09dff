import { LONGEST_SPOKEN } from '../../../shared/contract/speech.ts'

/** The voice begins sooner with a short text. */
const PIECE = 240
const WORDS = new RegExp(`.{1,${PIECE}}(?:\\s|$)|.{1,${PIECE}}`, 'gu')

/** Cut at the ends of sentences, else at words, none longer than may be asked for. */
export function inPieces(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of text.split(/(?<=[.!?;:,]) /u).flatMap(cut)) {
    if (piece !== '' && piece.length + part.length >= PIECE) {
      pieces.push(piece)
      piece = part
    } else piece = piece === '' ? part : `${piece} ${part}`
  }
  return [...pieces, piece].filter((one) => one.trim() !== '')
}

const cut = (text: string): string[] => (text.length <= LONGEST_SPOKEN ? [text] : (text.match(WORDS) ?? []).map((part) => part.trim()))
