import type { PrinterState } from '../printer.ts'
import { needsIn, stillIn, warnedIn } from './reasons.ts'

const STOPPED = 5
const PROCESSING = 4

/** `state` is the printer's `printer-state`: 3 idle, 4 processing, 5 stopped. */
export function stateFrom(state: number, reasons: readonly string[]): PrinterState {
  const attention = needsIn(reasons)
  if (attention[0] === 'offline') return { state: 'offline', attention }
  if (attention.length > 0) return { state: 'attention', attention }
  // A stopped printer that only warns: the warning need not be the cause.
  if (state === STOPPED) return { state: 'attention', attention: ['other'] }
  const still = stillIn(reasons)
  const warned = warnedIn(reasons)
  return { state: state === PROCESSING ? 'busy' : 'ready', attention, ...(still && { still }), ...(warned && { warned }) }
}
