/** Longest text of a question or claim in the contract (`QuestionPayload.text`), in characters. */
export const LONGEST_TEXT = 2_000
/** Beyond what any utility prints; a longer one is cut, so that it leaves room for the text. */
const LONGEST_NUMBER = 100

/** By this line a utility of contract 1.0, which has no other place for it, learns which invoice a question is about. */
const invoiceLine = (number: string): string => `Factura ${number.slice(0, LONGEST_NUMBER)}\n`

/** By this line it learns which claim this one adds to. */
const addsToLine = (folio: string): string => `Agrega información a la reclamación ${folio.slice(0, LONGEST_NUMBER)}\n`

interface About {
  kind: 'question' | 'claim'
  /** As printed; null where none was chosen. */
  invoiceNumber: string | null
  /** The folio of the claim that it adds to; null where it stands by itself. */
  addsTo: string | null
}

function lineFor({ kind, invoiceNumber, addsTo }: About): string {
  if (kind === 'claim') return addsTo === null ? '' : addsToLine(addsTo)
  return invoiceNumber === null ? '' : invoiceLine(invoiceNumber)
}

/** The page and the main process may know the claim by different folios: room is kept for the longest. */
const roomForLine = (about: About): number =>
  about.kind === 'claim' && about.addsTo !== null ? addsToLine('0'.repeat(LONGEST_NUMBER)).length : lineFor(about).length

/** How much the person may write. The page counts by it, and the main process judges by it. */
export const roomForText = (about: About): number => LONGEST_TEXT - roomForLine(about)

/** What was typed as text: never longer than it was typed, so that what the counter allowed is not refused. */
export function plainText(typed: string): string {
  const wellFormed = typed.toWellFormed()
  const composed = wellFormed.normalize('NFC')
  const text = composed.length > wellFormed.length ? wellFormed : composed
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
}

/** What is sent. */
export const textToSend = (plain: string, about: About): string => `${lineFor(about)}${plain}`

/** What the person wrote of a claim that was sent. */
export function writtenOfClaim({ text, addsTo = null }: { text: string; addsTo?: string | null }): string {
  const line = addsTo === null ? '' : addsToLine(addsTo)
  return text.startsWith(line) ? text.slice(line.length) : text
}

/** What the person wrote of a question that was sent. `invoiceNumber`: of the invoice that it names, as far as it is still known. */
export function writtenOfQuestion(text: string, invoiceNumber: string | null): string {
  const line = invoiceNumber === null ? '' : invoiceLine(invoiceNumber)
  return text.startsWith(line) ? text.slice(line.length) : text
}
