import { ref, type Ref } from 'vue'
import { connectBridge } from './kioskBridge.ts'
import { bridgeAddress, createSocketBridge, type Connection } from './socket.ts'

/** Joins the page to the program behind it: Electron's preload bridge where there is one, else the browser shell's WebSocket. */
export function startBridge(page: Window): Readonly<Ref<Connection>> {
  const connection = ref<Connection>('connected')
  if (page.kiosk) connectBridge(page.kiosk)
  else {
    connectBridge(
      createSocketBridge({
        address: bridgeAddress(page.location),
        open: (address) => new WebSocket(address),
        onConnection: (now) => {
          connection.value = now
        },
      }),
    )
  }
  return connection
}
