import type { HandlersOf } from '../../shared/contract/index.ts'
import { failure, success } from '../../shared/result.ts'
import type { SelfTests } from '../selfTest/selfTest.ts'

/** The self-test, for staff and whoever sets the machine up. */
export const createSelfTestService = ({ selfTests }: { selfTests: SelfTests }) =>
  ({
    'selfTest.latest': () => success({ test: selfTests.latest() }),
    'selfTest.run': async () => success({ test: await selfTests.run('asked') }),
    'selfTest.judge': ({ check, works }) => {
      const test = selfTests.judge(check, works)
      return test ? success({ test }) : failure({ code: 'not-found' })
    },
  }) satisfies HandlersOf<'selfTest'>
