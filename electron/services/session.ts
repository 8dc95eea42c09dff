import type { HandlersOf } from '../../shared/contract/index.ts'
import { success } from '../../shared/result.ts'
import type { Counter } from '../session/counter.ts'

/** What the page tells of the visit at the counter. */
export function createSessionService({ counter }: { counter: Pick<Counter, 'activity' | 'end'> }) {
  return {
    'session.activity': ({ mode, accessible }) => {
      counter.activity(mode, accessible)
      return success({})
    },
    'session.end': () => {
      counter.end('finished')
      return success({})
    },
    // The page said that it knows; `ipc/servedPages.ts` has noted it.
    'session.started': () => success({}),
  } satisfies HandlersOf<'session'>
}
