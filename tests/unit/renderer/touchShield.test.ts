import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { STOOD_AFTER, useTouches } from '../../../renderer/stores/touches.ts'
import TouchShield from '../../../renderer/ui/TouchShield.vue'

/** As the browser tells it, at a time of the test's own. */
async function touch(at: number): Promise<void> {
  const event = new Event('pointerdown', { bubbles: true })
  Object.defineProperty(event, 'timeStamp', { value: at })
  document.body.dispatchEvent(event)
  await nextTick()
}

describe('S31 touches that nobody means', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp() {
    setActivePinia(createPinia())
    const shield = mount(TouchShield, { attachTo: document.body })
    return { touches: useTouches(), isUp: () => shield.find('.shield').exists(), end: () => shield.unmount() }
  }

  it('eight within a second reach nothing more, until they have stopped', async () => {
    const { isUp, end } = setUp()
    for (let count = 0; count < 7; count += 1) await touch(1_000 + count * 100)
    expect(isUp()).toBe(false)
    await touch(1_700)
    expect(isUp()).toBe(true)
    vi.advanceTimersByTime(STOOD_AFTER - 1)
    await touch(1_800)
    vi.advanceTimersByTime(STOOD_AFTER - 1)
    await nextTick()
    expect(isUp()).toBe(true)
    vi.advanceTimersByTime(1)
    await nextTick()
    expect(isUp()).toBe(false)
    end()
    await touch(1_900)
    expect(isUp()).toBe(false)
  })

  it('as fast as a person who is in a hurry is not many, nor are keys', async () => {
    const { touches, isUp, end } = setUp()
    for (let count = 0; count < 40; count += 1) await touch(1_000 + count * 150)
    expect(isUp()).toBe(false)
    for (let count = 0; count < 40; count += 1) {
      await touch(9_000 + count * 50)
      touches.typed()
    }
    expect(isUp()).toBe(false)
    end()
  })
})
