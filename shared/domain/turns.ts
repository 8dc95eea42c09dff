const LAST_OF_LETTER = 999
const LETTERS = 26

/** A number in the queue of the counter as it is called: 42 → `A-042`; after `A-999` comes `B-001`, after `Z-999` `A-001`. */
export function turnName(number: number): string {
  const letter = Math.floor((number - 1) / LAST_OF_LETTER) % LETTERS
  return `${String.fromCharCode(0x41 + letter)}-${String(((number - 1) % LAST_OF_LETTER) + 1).padStart(3, '0')}`
}
