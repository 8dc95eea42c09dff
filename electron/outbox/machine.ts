import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../log/log.ts'

/** Where Linux keeps it, machine-id(5). */
const FILES = ['/etc/machine-id', '/var/lib/dbus/machine-id']

/**
 * A fingerprint of this machine: hashed, because the identifier itself is confidential (machine-id(5)). Where the system has none, the
 * name of the host stands in for it, and the log says so.
 */
export function machineFingerprint(log: Log, files: readonly string[] = FILES): string {
  const id = process.platform === 'win32' ? idOfWindows() : idOfLinux(files)
  if (id === null) log.warn('machine id not found: using the host name, a copy on a machine of the same name is not detected')
  return createHash('sha256')
    .update(`ventanilla ${id ?? hostname()}`)
    .digest('hex')
}

function idOfLinux(files: readonly string[]): string | null {
  for (const file of files) {
    const id = readIfThere(file)
    // systemd writes `uninitialized` into images that have not started yet.
    if (id && /^[0-9a-f]{32}$/i.test(id)) return id.toLowerCase()
  }
  return null
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

function idOfWindows(): string | null {
  const reg = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
  const query = ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid', '/reg:64']
  try {
    const answer = execFileSync(reg, query, { encoding: 'utf8', windowsHide: true, timeout: 5_000 })
    return /MachineGuid\s+REG_SZ\s+(\S+)/.exec(answer)?.[1]?.toLowerCase() ?? null
  } catch {
    return null
  }
}
