import { describe, expect, it, vi } from 'vitest'
import { bridgeAddress, createSocketBridge, type Connection } from '../../../renderer/bridge/socket.ts'
import { closeCodes } from '../../../shared/contract/wire.ts'

/** A socket whose other end is the test. */
class OtherEnd extends EventTarget {
  readyState: number = WebSocket.CONNECTING
  readonly sent: unknown[] = []
  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  accept(): void {
    this.readyState = WebSocket.OPEN
    this.dispatchEvent(new Event('open'))
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: typeof message === 'string' ? message : JSON.stringify(message) }))
  }
  hangUp(code: number): void {
    this.readyState = WebSocket.CLOSED
    this.dispatchEvent(new CloseEvent('close', { code }))
  }
}

function connect() {
  const ends: OtherEnd[] = []
  const connections: Connection[] = []
  const bridge = createSocketBridge({
    address: 'ws://127.0.0.1:1/bridge',
    open: () => {
      const end = new OtherEnd()
      ends.push(end)
      return end as unknown as WebSocket
    },
    onConnection: (now) => connections.push(now),
  })
  return { bridge, ends, connections, end: ends[0] as OtherEnd }
}

describe('socket bridge', () => {
  it('is found where the page came from', () => {
    expect(bridgeAddress({ protocol: 'http:', host: '127.0.0.1:4000' })).toBe('ws://127.0.0.1:4000/bridge')
  })

  it('keeps what is asked before it is open, and gives each call its own answer', async () => {
    const { bridge, end } = connect()
    const first = bridge.call('kiosk.status', {})
    end.accept()
    const second = bridge.call('kiosk.notices', {})
    expect(end.sent).toEqual([
      { id: 1, channel: 'kiosk.status', request: {} },
      { id: 2, channel: 'kiosk.notices', request: {} },
    ])
    end.say({ id: 2, result: 'second' })
    end.say({ id: 1, result: 'first' })
    expect([await first, await second]).toEqual(['first', 'second'])
  })

  it('hands events on and answers pings', () => {
    const { bridge, end } = connect()
    const heard: unknown[] = []
    bridge.subscribe((name, payload) => heard.push([name, payload]))
    end.accept()
    end.say({ event: 'session.continued', payload: {} })
    end.say({ ping: 7 })
    end.say('not json')
    end.say({ something: 'else' })
    expect(heard).toEqual([['session.continued', {}]])
    expect(end.sent).toEqual([{ pong: 7 }])
  })

  it('answers what was under way when the program is lost, and connects again', async () => {
    vi.useFakeTimers()
    try {
      const { bridge, end, ends, connections } = connect()
      end.accept()
      const call = bridge.call('kiosk.status', {})
      end.hangUp(closeCodes.stopping)
      expect(await call).toEqual({ ok: false, problem: { code: 'disconnected' } })
      expect(await bridge.call('kiosk.status', {})).toEqual({ ok: false, problem: { code: 'disconnected' } })
      await vi.advanceTimersByTimeAsync(1000)
      ends[1]?.accept()
      expect(connections).toEqual(['connecting', 'connected', 'lost', 'connected'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('stays out when the kiosk is open in another tab', async () => {
    vi.useFakeTimers()
    try {
      const { end, ends, connections } = connect()
      end.hangUp(closeCodes.anotherTab)
      await vi.advanceTimersByTimeAsync(10_000)
      expect(ends).toHaveLength(1)
      expect(connections.at(-1)).toBe('anotherTab')
    } finally {
      vi.useRealTimers()
    }
  })
})
