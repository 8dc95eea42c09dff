import { systemClock } from '../electron/clock.ts'
import { standingFor, type Printer, type PrinterJob } from '../electron/printing/printer.ts'

/** How long a job that asks for nothing is waited for before the command stops waiting. */
const PATIENCE = 60_000

/** Prints a test page and tells on the terminal what the printer says of it; true when it came out. */
export async function printTest(printer: Printer, bytes: Uint8Array): Promise<boolean> {
  const said = standingFor(await printer.status())
  console.log(`printer: ${[said.state, ...said.attention].join(' ')}`)
  const submission = await printer.submit({ bytes, title: 'Ventanilla test page', media: 'letter' })
  const ended = submission.outcome === 'accepted' ? await follow(printer, submission.ref) : submission.outcome
  console.log(`test page: ${ended}`)
  printer.close()
  return ended === 'completed'
}

/** Until it is out, or nobody can tell. */
async function follow(printer: Printer, ref: string): Promise<PrinterJob> {
  let since = systemClock.elapsed()
  for (let before = ''; ;) {
    const job = await printer.query(ref)
    if (!['pending', 'connecting', 'processing', 'stopped'].includes(job)) return job
    const wants = (await printer.status()).attention.join(' ')
    if (wants !== before && wants !== '') console.log(`printer wants: ${wants}`)
    // A printer that says what it wants is waited for.
    if (wants !== '') since = systemClock.elapsed()
    before = wants
    if (systemClock.elapsed() - since >= PATIENCE) return job
    await new Promise<void>((resolve) => systemClock.after(500, resolve))
  }
}
