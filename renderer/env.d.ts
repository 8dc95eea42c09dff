/// <reference types="vite/client" />
import type { KioskBridge } from '../shared/contract/index.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload script; the browser shell has none and is reached by WebSocket. */
    kiosk?: KioskBridge
  }
}
