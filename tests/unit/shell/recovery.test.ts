import { expect, test, vi } from 'vitest'
import { startHeartbeat } from '../../../electron/shell/heartbeat.ts'
import { createRecovery } from '../../../electron/shell/recovery.ts'
import { fakeClock } from '../../fakes/clock.ts'

function recovery() {
  const clock = fakeClock()
  const [restart, rest] = [vi.fn(), vi.fn()]
  return { clock, restart, rest, policy: createRecovery({ clock, restart, rest }) }
}

test('S34 a screen that fails is started anew at once', () => {
  const { policy, restart, rest } = recovery()
  policy.failed()
  expect(restart).toHaveBeenCalledTimes(1)
  expect(rest).not.toHaveBeenCalled()
})

test('S34 the sixth failure in a minute brings the safe screen, and a minute later another try', () => {
  const { clock, policy, restart, rest } = recovery()
  for (let failure = 0; failure < 6; failure += 1) {
    policy.failed()
    clock.advance(9_000)
  }
  expect(restart).toHaveBeenCalledTimes(5)
  expect(rest).toHaveBeenCalledTimes(1)
  clock.advance(50_999)
  expect(restart).toHaveBeenCalledTimes(5)
  clock.advance(1)
  expect(restart).toHaveBeenCalledTimes(6)
})

test('S34 six failures spread over more than a minute are just six failures', () => {
  const { clock, policy, restart, rest } = recovery()
  for (let failure = 0; failure < 12; failure += 1) {
    policy.failed()
    clock.advance(12_001)
  }
  expect(rest).not.toHaveBeenCalled()
  expect(restart).toHaveBeenCalledTimes(12)
})

test('S34 a safe screen that fails too waits for its time', () => {
  const { policy, restart, rest } = recovery()
  for (let failure = 0; failure < 10; failure += 1) policy.failed()
  expect(restart).toHaveBeenCalledTimes(5)
  expect(rest).toHaveBeenCalledTimes(1)
})

test('after the rest the count begins anew', () => {
  const { clock, policy, rest } = recovery()
  for (let failure = 0; failure < 6; failure += 1) policy.failed()
  clock.advance(60_000)
  for (let failure = 0; failure < 5; failure += 1) policy.failed()
  expect(rest).toHaveBeenCalledTimes(1)
  policy.failed()
  expect(rest).toHaveBeenCalledTimes(2)
})

test('stopping cancels the next try', () => {
  const { clock, policy, restart } = recovery()
  for (let failure = 0; failure < 6; failure += 1) policy.failed()
  policy.stop()
  clock.advance(600_000)
  expect(restart).toHaveBeenCalledTimes(5)
})

function heartbeat() {
  const clock = fakeClock()
  const sent: number[] = []
  const onHung = vi.fn()
  return { clock, sent, onHung, heart: startHeartbeat({ clock, ping: (number) => sent.push(number), onHung }) }
}

test('S34 a page that answers no ping for ten seconds is hung, and that is said once', () => {
  const { clock, sent, onHung } = heartbeat()
  clock.advance(12_499)
  expect(sent).toEqual([1, 2, 3, 4])
  expect(onHung).not.toHaveBeenCalled()
  clock.advance(1)
  expect(onHung).toHaveBeenCalledTimes(1)
  clock.advance(600_000)
  expect(onHung).toHaveBeenCalledTimes(1)
})

test('a page that answers now and then is alive', () => {
  const { clock, sent, onHung, heart } = heartbeat()
  for (let round = 0; round < 20; round += 1) {
    clock.advance(7_500)
    heart.pong(sent.at(-1) ?? 0)
  }
  expect(onHung).not.toHaveBeenCalled()
})

test('an answer to a ping that was never sent proves nothing', () => {
  const { clock, onHung, heart } = heartbeat()
  for (let round = 0; round < 5; round += 1) {
    heart.pong(999)
    clock.advance(2_500)
  }
  expect(onHung).toHaveBeenCalledTimes(1)
})

test('a proof of life is the answer to that very ping or a later one, in time', async () => {
  const { clock, heart } = heartbeat()
  clock.advance(2_500)
  const late = heart.isAlive(2_000)
  heart.pong(1)
  clock.advance(2_000)
  await expect(late).resolves.toBe(false)
  const inTime = heart.isAlive(2_000)
  heart.pong(3)
  await expect(inTime).resolves.toBe(true)
})

test('a heart that stops answers that nobody is alive', async () => {
  const { heart } = heartbeat()
  const asked = heart.isAlive(2_000)
  heart.stop()
  await expect(asked).resolves.toBe(false)
})
