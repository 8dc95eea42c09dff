/** What bills and receipts print before a number, in the languages of the screen. */
const NAMES = [
  'nro|núm|num|número|numero|number',
  'factura|fact|fac|fatura|invoice|bill|recibo|boleta|control|serie',
  'folio|protocolo|comprobante|comprovante|receipt',
  'cuenta|cta|conta|account|acct|contrato|contract|póliza|poliza|referencia|referência|reference|ref|cliente|customer|nis|servicio|suministro',
  'solicitud|reclamación|reclamacion|reclamo|reclamação|reclamacao|claim|request|empresa|company',
].join('|')

/** A name closed by a space or a mark, or a sign for *number* (`No`, `N.º`, `N°`, `#`). */
const NAME = `(?:(?:${NAMES})(?=[\\s.:#°])|n\\s?\\.?\\s?[o°](?=[\\s.:#°])|n\\s?\\.?\\s?°|#)`
/** *de*, *de su* only before another name: a number may begin with these letters. */
const BETWEEN = `(?:(?:de|del|da|do|of|la|el|su|sua|your|the)\\s+){1,2}(?=${NAME})`
const LABEL = new RegExp(`^\\s*(?:${NAME}|${BETWEEN})[\\s.:#°]*`, 'iu')

/** The number without the words before it: `No. de cuenta: 40989917` → `40989917`. Null where no such words stand there, or nothing after them. */
export function withoutLabel(text: string): string | null {
  const typed = text.replaceAll('№', 'N°').replace(/[ºª]/gu, '°').normalize('NFKC')
  let left = typed
  for (let label = LABEL.exec(left); label !== null; label = LABEL.exec(left)) left = left.slice(label[0].length)
  return left === typed || left.trim() === '' ? null : left
}
