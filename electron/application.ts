import type { Result } from '../shared/result.ts'

/** What a shell needs of the application that `compose.ts` builds. */
export interface Application {
  /**
   * A page was loaded: a new visitor, so whoever stood at the counter is gone. Only one page is served at a time; the shell closes the
   * old one first. `send` delivers an event of the contract.
   */
  connect(send: (name: string, payload: unknown) => void): Page
  /** Stops sync, printing and the workers, and closes the database. */
  stop(): Promise<void>
}

/** One loaded page. Whatever it sends is judged by the contract and the session; `call` never rejects. */
export interface Page {
  call(channel: unknown, request: unknown): Promise<Result<unknown>>
  /** The page is gone: the session ends. */
  close(): void
}

/** `directive`: the fleet's owner asked for it. `corrupt`: the database is damaged, and is mended when it is opened anew. */
export type RenewalReason = 'directive' | 'corrupt'

/**
 * Asks the shell to stop the application and compose it anew in the same process. Answers at once; whether it comes to it is the shell's
 * to decide.
 */
export type Renew = (reason: RenewalReason) => void
