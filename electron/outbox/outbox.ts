import type { KioskStatus } from '../../shared/contract/kiosk.ts'
import type { Result } from '../../shared/result.ts'
import type { Command } from '../../shared/utility-api/generated/types.gen.ts'
import type { StoredCommand } from '../cache/queries/commands.ts'
import type { Actor } from '../session/actor.ts'

/** What is asked of the utility, without the envelope that the outbox puts around it. */
export type Message = { [K in Command['kind']]: { kind: K; payload: Extract<Command, { kind: K }>['payload'] } }[Command['kind']]

export interface FilingOrder {
  /** Made by whoever fills the form in: the same form files once. */
  formId: string
  sessionId: string
  accountId: string | null
  actor: Actor
  message: Message
  /** The id of the refused command in whose place this one is filed. */
  corrects?: string
}

/** Nothing is filed in the place of a refused command. */
export interface ClosingOrder {
  commandId: string
  actor: Actor
  reason: string
}

export interface OutboxStatus {
  pending: number
  /** Neither corrected nor closed. */
  refused: number
  /** RFC 3339. */
  oldestPendingAt: string | null
  filing: KioskStatus['filing']
}

/** What customers filed: stored before it is acknowledged, delivered until the utility has it or refuses it, never dropped. */
export interface Outbox {
  /**
   * On the disk, with its folio, when this answers. A form that was filed already answers its command, and `bad-request` where it filed
   * for another account or in another's place. Problems besides: cannot-store, not-enrolled, other-machine, folios-exhausted; of one that
   * corrects: not-found, not-refused, settled-already.
   */
  file(order: FilingOrder): Result<StoredCommand>
  /** Stays refused, and wants nobody any more; on the disk when this answers. Problems: cannot-store, not-found, not-refused, settled-already. */
  close(order: ClosingOrder): Result<StoredCommand>
  status(): OutboxStatus
  /** The utility can be reached again, or may have changed its mind: delivers what waits now. */
  wake(): void
  /** Lets the delivery under way end; what waits stays. */
  stop(): Promise<void>
}
