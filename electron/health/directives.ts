import type { ReportHeartbeatResponse } from '../../shared/utility-api/generated/types.gen.ts'
import type { Clock } from '../clock.ts'
import { logBug, type Log } from '../log/log.ts'
import type { ServiceState } from './serviceState.ts'
import { whenIdle } from './whenIdle.ts'

type Directive = ReportHeartbeatResponse['directives'][number]

export interface DirectiveParts {
  clock: Clock
  log: Log
  service: ServiceState
  /** Nobody is at the counter, nothing prints, and no file is being saved. */
  isIdle: () => boolean
  restart: () => void
  resync: () => void
  sendLogs: () => void
}

export interface Directives {
  obey(directives: readonly string[]): void
  stop(): void
}

/** Does what the fleet's owner asks. What we do not know is noted and left; what fails leaves the rest to be done. */
export function createDirectives({ service, resync, sendLogs, ...parts }: DirectiveParts): Directives {
  const restart = createRestart(parts)
  const { log } = parts
  const actions: Record<Directive, () => void> = {
    restart: restart.ask,
    resync,
    outOfService: () => service.set(true),
    backInService: () => service.set(false),
    sendLogs,
    // Programs are brought by the machine's own means until we carry an updater.
    update: () => undefined,
  }
  const isKnown = (word: string): word is Directive => Object.hasOwn(actions, word)

  function obey(word: string): void {
    if (!isKnown(word)) return log.warn({}, 'unknown directive from utility: ignored')
    log.info({ directive: word }, 'directive from utility received')
    try {
      actions[word]()
    } catch (error) {
      logBug(log, 'directive', error)
    }
  }
  return { obey: (words) => words.forEach(obey), stop: restart.stop }
}

/** A restart waits for a moment in which it is in nobody's way. */
function createRestart({ clock, log, isIdle, restart }: Pick<DirectiveParts, 'clock' | 'log' | 'isIdle' | 'restart'>) {
  let waiting = false
  let cancel = (): void => undefined
  const act = (): void => {
    waiting = false
    restart()
  }
  const giveUp = (): void => {
    waiting = false
    log.warn({}, 'restart directive dropped: the kiosk was never idle')
  }
  return {
    ask(): void {
      if (waiting) return
      waiting = true
      cancel = whenIdle({ clock, isIdle }, act, giveUp)
    },
    stop: () => cancel(),
  }
}
