/** What a ticket is made of, from top to bottom. Data stand here as they came: the encoder makes them fit to print. */
export type Block =
  | { kind: 'text'; text: string; bold?: boolean; centred?: boolean; upTo?: Scale }
  /** A name at the left, its value at the right; under each other where they do not fit side by side. */
  | { kind: 'fact'; label: string; value: string; bold?: boolean }
  | { kind: 'qr'; data: string }
  /** Code 128 where it fits the paper, else a QR of the same. */
  | { kind: 'bars'; data: string }
  | { kind: 'rule' }
  | { kind: 'gap' }

/** How many times larger at most: as large as fits on one line. */
export type Scale = 2 | 8

export const text = (words: string): Block => ({ kind: 'text', text: words })
export const strong = (words: string): Block => ({ kind: 'text', text: words, bold: true })
export const centred = (words: string): Block => ({ kind: 'text', text: words, centred: true })
export const large = (words: string, upTo: Scale): Block => ({ kind: 'text', text: words, bold: true, centred: true, upTo })
export const rule: Block = { kind: 'rule' }
export const gap: Block = { kind: 'gap' }
