import type { KioskBridge } from '../../shared/contract/index.ts'
import { BRIDGE_PATH, closeCodes, hostMessage, type HostMessage, type PageMessage } from '../../shared/contract/wire.ts'
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
export const bridgeAddress = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${BRIDGE_PATH}`

/** The bridge of the browser shell: calls and events over a WebSocket that opens itself again when it is lost. */
export function createSocketBridge(parts: SocketParts): KioskBridge {
  let listener: (name: string, payload: unknown) => void = () => {}
  const pending = createPending()
  const line = createLine(
    parts,
    (message) => {
      if ('ping' in message) line.send({ pong: message.ping })
      else if ('event' in message) listener(message.event, message.payload)
      else pending.answer(message.id, message.result)
    },
    pending.abandon,
  )
  return {
    subscribe: (next) => {
      listener = next
    },
    call: (channel, request) => (line.isUp() ? pending.add((id) => line.send({ id, channel, request })) : Promise.resolve(failure({ code: 'disconnected' }))),
  }
}

/** Calls that wait for their answer. */
function createPending() {
  const waiting = new Map<number, (result: unknown) => void>()
  let lastId = 0
  return {
    add: (send: (id: number) => void): Promise<unknown> =>
      new Promise((resolve) => {
        lastId += 1
        waiting.set(lastId, resolve)
        send(lastId)
      }),
    answer: (id: number, result: unknown): void => {
      waiting.get(id)?.(result)
      waiting.delete(id)
    },
    abandon: (): void => {
      for (const answer of waiting.values()) answer(failure({ code: 'disconnected' }))
      waiting.clear()
    },
  }
}

/** The socket itself; what is sent before it is open goes first when it is. */
function createLine({ address, open, onConnection }: SocketParts, receive: (message: HostMessage) => void, onLost: () => void) {
  const unsent: PageMessage[] = []
  let socket: WebSocket | null = null

  const send = (message: PageMessage): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    else unsent.push(message)
  }
  function lose(code: number): void {
    socket = null
    unsent.length = 0
    onLost()
    onConnection(code === closeCodes.anotherTab ? 'anotherTab' : 'lost')
    if (code !== closeCodes.anotherTab) setTimeout(connect, RETRY_AFTER)
  }
  function connect(): void {
    socket = open(address)
    socket.addEventListener('open', () => {
      for (const message of unsent.splice(0)) send(message)
      onConnection('connected')
    })
    socket.addEventListener('message', ({ data }) => {
      const message = parseFrame(data)
      if (message) receive(message)
    })
    socket.addEventListener('close', ({ code }) => lose(code))
  }
  onConnection('connecting')
  connect()
  return { send, isUp: () => socket !== null }
}

function parseFrame(data: unknown): HostMessage | null {
  try {
    return hostMessage.safeParse(JSON.parse(String(data))).data ?? null
  } catch {
    return null
  }
}
