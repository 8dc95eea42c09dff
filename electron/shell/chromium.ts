import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { freshProfile, kioskFlags } from './chromiumFlags.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** How long Chromium may take to leave before it is killed. */
const FAREWELL_MS = 2_000

/** The first Chromium on the PATH, or null. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? '').split(delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find(isExecutable) ?? null
}

/** Whether there is a screen to show a window on. */
export const hasDisplay = ({ DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean => process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A running Chromium. */
export interface Chromium {
  pid: number | undefined
  /** Settles when it is gone, for whatever reason; never rejects. */
  exited: Promise<void>
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>
}

interface ChromiumParts {
  executable: string
  url: string
  /** Ours alone: wiped at every start. */
  profileDir: string
  /** Added to the kiosk's own; tests run without a display. */
  extraFlags?: readonly string[]
}

/** Starts Chromium over the whole screen. It ends with this process, however that ends. */
export function launchChromium({ executable, url, profileDir, extraFlags = [] }: ChromiumParts): Chromium {
  freshProfile(profileDir)
  const flags = kioskFlags({ url, profileDir, asRoot: process.getuid?.() === 0 })
  const child = spawn(executable, [...flags, ...extraFlags], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  // A pipe that breaks says what 'exit' says as well.
  for (const pipe of child.stdio) pipe?.on('error', () => undefined)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  return {
    pid: child.pid,
    exited,
    async stop() {
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS)
      await exited
      clearTimeout(force)
    },
  }
}
