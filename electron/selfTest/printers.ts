import type { PrinterRole } from '../../shared/contract/printing.ts'
import type { CheckResult, SelfTestCheck } from '../../shared/contract/selfTest.ts'
import type { PrinterFigures } from '../health/figures.ts'
import { absent, failed, passed } from './results.ts'

const CHECKS = { documents: 'documentPrinter', tickets: 'ticketPrinter' } as const satisfies Record<PrinterRole, SelfTestCheck>

/** As the printers themselves say. */
export const checkPrinters = (printers: readonly PrinterFigures[]): CheckResult[] =>
  (Object.entries(CHECKS) as [PrinterRole, SelfTestCheck][]).map(([role, check]) => {
    const printer = printers.find((one) => one.role === role)
    if (!printer) return absent(check)
    if (printer.state === 'offline') return failed(check, 'offline')
    return printer.state === 'attention' ? failed(check, printer.attention[0] ?? 'other') : passed(check)
  })
