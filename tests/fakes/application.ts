import type { Application } from '../../electron/application.ts'
import { success } from '../../shared/result.ts'

export interface FakeApplication extends Application {
  /** Pages connected so far, and those that are still there. */
  visits(): number
  present(): number
  /** Sends an event to the newest page. */
  emit(name: string, payload: unknown): void
  stopped(): boolean
}

/** An application that answers every call with what it was asked, and counts its visitors. */
export function fakeApplication(answer: (channel: unknown, request: unknown) => unknown = (channel, request) => ({ channel, request })): FakeApplication {
  let visits = 0
  let present = 0
  let stopped = false
  let emit = (_name: string, _payload: unknown): void => undefined
  return {
    connect(send) {
      visits += 1
      present += 1
      emit = send
      let here = true
      return {
        call: async (channel, request) => success(await answer(channel, request)),
        close() {
          if (here) present -= 1
          here = false
        },
      }
    },
    stop: () => {
      stopped = true
      return Promise.resolve()
    },
    visits: () => visits,
    present: () => present,
    emit: (name, payload) => emit(name, payload),
    stopped: () => stopped,
  }
}
