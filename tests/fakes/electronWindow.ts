import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** The parts of a window that the shell touches. */
export class FakeContents extends EventEmitter {
  mainFrame = { url: 'ventanilla://kiosk/' }
  sent: unknown[][] = []
  openHandler: (() => { action: string }) | undefined
  isDestroyed = () => false
  send = (...values: unknown[]) => void this.sent.push(values)
  setZoomFactor = vi.fn()
  setVisualZoomLevelLimits = vi.fn(() => Promise.resolve())
  setWindowOpenHandler = (handler: () => { action: string }) => void (this.openHandler = handler)
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  webContents = new FakeContents()
  loaded: string[] = []
  destroyed = false
  options: unknown
  constructor(options: unknown) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }
  loadURL = (url: string) => {
    this.loaded.push(url)
    return Promise.resolve()
  }
  isDestroyed = () => this.destroyed
  destroy = () => {
    this.destroyed = true
    this.emit('closed')
  }
}

/** The parts of the main process' end of the bridge that the shell touches. */
export class FakeIpc extends EventEmitter {
  handlers = new Map<string, (...values: unknown[]) => unknown>()
  handle = (name: string, handler: (...values: unknown[]) => unknown) => void this.handlers.set(name, handler)
  removeHandler = (name: string) => void this.handlers.delete(name)
}
