import type { KioskBridge } from '../../shared/contract/index.ts'
import { BRIDGE_PATH, closeCodes, hostMessage, type PageMessage } from '../../shared/contract/wire.ts'
import { failure } from '../../shared/result.ts'

const RETRY_AFTER = 1000

/** `lost`: the program behind the page is away, and the page tries again. `anotherTab`: the kiosk is open elsewhere; this page stays out. */
export type Connection = 'connecting' | 'connected' | 'lost' | 'anotherTab'

interface SocketParts {
  address: string
  open: (address: string) => WebSocket
  onConnection: (connection: Connection) => void
}

/** Where the page that came from this location finds its host. */
export const bridgeAddress = ({ protocol, host }: Location): string => `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${BRIDGE_PATH}`

/** The bridge of the browser shell: calls and events over a WebSocket that opens itself again when it is lost. */
export function createSocketBridge({ address, open, onConnection }: SocketParts): KioskBridge {
  const pending = new Map<number, (result: unknown) => void>()
  const waiting: PageMessage[] = []
  let listener: (name: string, payload: unknown) => void = () => {}
  let socket: WebSocket | null = null
  let lastId = 0

  const send = (message: PageMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    else waiting.push(message)
  }

  function receive(data: unknown): void {
    const message = parseFrame(data)
    if (!message) return
    if ('ping' in message) send({ pong: message.ping })
    else if ('event' in message) listener(message.event, message.payload)
    else {
      pending.get(message.id)?.(message.result)
      pending.delete(message.id)
    }
  }

  function lose(code: number): void {
    socket = null
    waiting.length = 0
    for (const answer of pending.values()) answer(failure({ code: 'disconnected' }))
    pending.clear()
    if (code === closeCodes.anotherTab) return onConnection('anotherTab')
    onConnection('lost')
    setTimeout(connect, RETRY_AFTER)
  }

  function connect(): void {
    const opened = open(address)
    socket = opened
    opened.addEventListener('open', () => {
      for (const message of waiting.splice(0)) send(message)
      onConnection('connected')
    })
    opened.addEventListener('message', ({ data }) => receive(data))
    opened.addEventListener('close', ({ code }) => lose(code))
  }

  onConnection('connecting')
  connect()
  return {
    subscribe: (next) => {
      listener = next
    },
    call: (channel, request) =>
      new Promise((resolve) => {
        if (!socket) return resolve(failure({ code: 'disconnected' }))
        lastId += 1
        pending.set(lastId, resolve)
        send({ id: lastId, channel, request })
      }),
  }
}

function parseFrame(data: unknown) {
  try {
    const parsed = hostMessage.safeParse(JSON.parse(String(data)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
