import type { Change } from '../../shared/utility-api/generated/types.gen.ts'
import { isElsewhere } from './sample/elsewhere.ts'

/** What happened since the start: to what the branch's feed holds, and to accounts of other branches, of which it never tells. */
export interface ChangeLog {
  append(change: Change): void
  /** What the feed tells of, in order. */
  told: readonly Change[]
  all(): Change[]
  nextRevision(): number
}

/** @param onTold called when the feed has grown */
export function createChangeLog(onTold: () => void): ChangeLog {
  const told: Change[] = []
  const untold: Change[] = []
  return {
    append(change) {
      if (isElsewhere(accountOf(change))) return void untold.push(change)
      told.push(change)
      onTold()
    },
    told,
    all: () => [...told, ...untold],
    nextRevision: () => told.length + untold.length + 2,
  }
}

/** The account that a change is about. */
export const accountOf = ({ entity, id, data }: Change): unknown => (entity === 'account' ? id : data?.accountId)
