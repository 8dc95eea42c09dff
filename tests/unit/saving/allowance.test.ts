import { expect, test } from 'vitest'
import { createAllowance } from '../../../electron/saving/allowance.ts'
import { failure, success } from '../../../shared/result.ts'

test('a visit may leave so many files, and what came to nothing does not count, nor what failed with a bug', async () => {
  const { spend } = createAllowance(1)
  const saved = async () => success('a file')
  expect((await spend('s-1', async () => failure({ code: 'place-full' }))).ok).toBe(false)
  await expect(spend('s-1', () => Promise.reject(new Error('not drawn')))).rejects.toThrow('not drawn')
  expect(await spend('s-1', saved)).toEqual(success('a file'))
  expect(await spend('s-1', saved)).toEqual(failure({ code: 'save-limit-visit' }))
  expect(await spend('s-2', saved)).toEqual(success('a file'))
})
