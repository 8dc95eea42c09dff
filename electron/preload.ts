import { contextBridge, ipcRenderer } from 'electron'
import type { KioskBridge } from '../shared/contract/index.ts'
import { failure } from '../shared/result.ts'
import { ipcNames } from './shell/ipcNames.ts'

/** The contract's channels, put here by the build. */
declare const CHANNELS: readonly string[]

const channels = new Set(CHANNELS)

const bridge: KioskBridge = {
  async call(channel, request) {
    if (!channels.has(channel)) return failure({ code: 'bad-request' })
    return (await ipcRenderer.invoke(ipcNames.call, channel, request)) as unknown
  },
  subscribe(listener) {
    ipcRenderer.removeAllListeners(ipcNames.event)
    ipcRenderer.on(ipcNames.event, (_event, name: string, payload: unknown) => listener(name, payload))
  },
}

// Proof that the page's script thread is alive; a hung one cannot answer.
ipcRenderer.on(ipcNames.ping, (_event, number: number) => ipcRenderer.send(ipcNames.pong, number))

contextBridge.exposeInMainWorld('kiosk', bridge)
