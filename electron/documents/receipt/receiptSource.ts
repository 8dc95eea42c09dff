import type { Account, Command, Invoice, Request, Topic, Zone } from '../../../shared/utility-api/generated/types.gen.ts'
import type { BranchInfo } from '../../cache/queries/branch.ts'
import type { Settled } from '../../cache/queries/closings.ts'
import type { StoredCommand } from '../../cache/queries/commands.ts'
import type { PrintedOn } from '../printedOn.ts'

/** What is known of something filed when its receipt is drawn. */
export interface ReceiptSource {
  stored: Pick<StoredCommand, 'localFolio' | 'capturedAt' | 'state' | 'utilityFolio' | 'answerDueOn'>
  command: Command
  account: Account | null
  zone: Zone
  branch: BranchInfo | null
  topic: Topic | null
  invoice: Invoice | null
  /** What the feed says of it, once it does. */
  request: Request | null
  /** What staff made of it, after the utility refused it. */
  settled: Settled | null
  copyNumber: number
  printedOn: PrintedOn
}
