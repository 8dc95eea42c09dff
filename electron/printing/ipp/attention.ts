import type { Attention, PrinterStatus } from '../../../shared/contract/printing.ts'

/**
 * What a `printer-state-reasons` keyword asks of a person (RFC 8011 §5.4.12, PWG 5100.9), by its beginning: printers add
 * `-error`, `-warning`, `-report` as they like, and say `-warning` of an empty tray. In the order in which a person is told
 * when there are several.
 */
const causes: readonly (readonly [prefix: string, attention: Attention])[] = [
  ['offline', 'offline'],
  ['shutdown', 'offline'],
  ['timed-out', 'offline'],
  ['media-jam', 'jam'],
  ['cover-open', 'cover'],
  ['door-open', 'cover'],
  ['interlock-open', 'cover'],
  ['input-tray-missing', 'tray'],
  ['output-tray-missing', 'tray'],
  ['media-empty', 'paper'],
  ['media-needed', 'paper'],
  ['toner-empty', 'toner'],
  ['marker-supply-empty', 'toner'],
  ['marker-waste-full', 'toner'],
  ['developer-empty', 'toner'],
  ['opc-life-over', 'toner'],
  ['paused', 'paused'],
  ['moving-to-paused', 'paused'],
  ['output-area-full', 'other'],
  ['spool-area-full', 'other'],
]

/** Most pressing first, each once. A reason that is not known counts when the printer calls it an error. */
export function attentionFrom(reasons: readonly string[]): Attention[] {
  const known = causes.filter(([prefix]) => reasons.some((reason) => reason.startsWith(prefix))).map(([, attention]) => attention)
  const strange = reasons.some((reason) => reason.endsWith('-error') && !causes.some(([prefix]) => reason.startsWith(prefix)))
  return [...new Set<Attention>(strange ? [...known, 'other'] : known)]
}

const STOPPED = 5
const PROCESSING = 4

/** `state` is the printer's `printer-state`: 3 idle, 4 processing, 5 stopped. */
export function statusFrom(state: number, reasons: readonly string[]): PrinterStatus {
  const attention = attentionFrom(reasons)
  if (attention[0] === 'offline') return { state: 'offline', attention }
  if (attention.length > 0) return { state: 'attention', attention }
  if (state === STOPPED) return { state: 'attention', attention: ['other'] }
  return { state: state === PROCESSING ? 'busy' : 'ready', attention }
}
