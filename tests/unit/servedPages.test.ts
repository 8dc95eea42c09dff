import { expect, test } from 'vitest'
import { createPages } from '../../electron/ipc/servedPages.ts'
import { success } from '../../shared/result.ts'

const refused = { ok: false, problem: { code: 'not-allowed' } }

function connected() {
  const pages = createPages()
  const dispatched: unknown[] = []
  const dispatch = (channel: unknown) => {
    dispatched.push(channel)
    return Promise.resolve(success({}))
  }
  const counter = { end: (reason: 'finished' | 'idle' | 'freshLoad' | 'recovery') => pages.tell('session.ended', { reason }) }
  const events: string[] = []
  const page = pages.connect((name) => events.push(name), { counter: counter as never, dispatch })
  return { page, counter, events, dispatched }
}

test('S43 a call that was on its way when the session ended opens nothing for the next visitor', async () => {
  const { page, counter, dispatched } = connected()
  counter.end('idle')
  expect(await page.call('lookup.identify', {})).toEqual(refused)
  expect(dispatched).toEqual([])
})

test('S43 as soon as the page says that it knows, it is served again', async () => {
  const { page, counter, dispatched } = connected()
  counter.end('idle')
  expect(await page.call('session.started', {})).toEqual(success({}))
  expect(await page.call('lookup.identify', {})).toEqual(success({}))
  expect(dispatched).toEqual(['session.started', 'lookup.identify'])
})

test('a page that ends the session itself is served on: it has forgotten the visitor already', async () => {
  const { page, counter, events } = connected()
  counter.end('finished')
  expect(await page.call('kiosk.status', {})).toEqual(success({}))
  expect(events).toEqual(['session.ended'])
})

test('a fresh load is served at once', async () => {
  const { page } = connected()
  expect(await page.call('kiosk.describe', {})).toEqual(success({}))
})
