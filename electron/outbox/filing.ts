import { v7 as uuidv7 } from 'uuid'
import { zCommand } from '../../shared/utility-api/generated/zod.gen.ts'
import type { BranchInfo } from '../cache/queries/branch.ts'
import type { NewCommand } from '../cache/queries/commands.ts'
import type { FilingOrder } from './outbox.ts'

interface Envelope {
  branch: Pick<BranchInfo, 'kioskId'>
  localFolio: string
  /** Milliseconds since the epoch. */
  now: number
}

/** What is stored and sent: written once, these bytes are sent each time. Throws where the message is not what the specification says. */
export function prepareCommand(order: FilingOrder, { branch, localFolio, now }: Envelope): NewCommand {
  const { formId, sessionId, accountId, actor, message } = order
  const envelope = { id: uuidv7({ msecs: now }), accountId, capturedAt: new Date(now).toISOString(), kioskId: branch.kioskId, localFolio, actor }
  const command = zCommand.parse({ ...envelope, ...message })
  const { id, kind, capturedAt } = command
  return { id, formId, sessionId, kind, accountId, localFolio, capturedAt, body: Buffer.from(JSON.stringify(command)) }
}
