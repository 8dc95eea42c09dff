import { afterEach, describe, expect, it } from 'vitest'
import { forgetToken } from '../../../renderer/bridge/spentToken.ts'

const address = (): string => `${location.pathname}${location.search}${location.hash}`

afterEach(() => history.replaceState(null, '', '/'))

describe('the token of the start address', () => {
  it.each([
    ['/?token=abc', '/'],
    ['/?token=abc#/folio', '/#/folio'],
    ['/?a=1&token=abc', '/?a=1'],
    ['/#/cuenta', '/#/cuenta'],
  ])('%s becomes %s, in the same entry of the history', (start, left) => {
    history.replaceState({ kept: true }, '', start)
    const { length } = history
    forgetToken(window)
    expect([address(), history.length, history.state]).toEqual([left, length, { kept: true }])
  })
})
