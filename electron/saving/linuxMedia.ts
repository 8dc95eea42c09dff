import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Clock } from '../clock.ts'
import { deviceNumber, findBlockDevice, type BlockDevice } from './blockDevices.ts'
import type { Medium, RemovableMedia } from './medium.ts'
import { parseMountinfo, type Mount } from './mountinfo.ts'
import { showableName } from './names.ts'

/** Where automounters put what a person plugs in (udisks2: either of them). What is mounted elsewhere is the machine's own. */
const PLUGGED_IN = /^\/(?:run\/)?media\/./

const LOOK_EVERY = 2_000

interface LinuxMediaParts {
  clock: Clock
  /** Whether somebody stands at the counter: nobody else plugs anything in. */
  isAttended: () => boolean
  /** Where `/proc` and `/sys` are; another for tests. */
  root?: string
}

/** What the kernel says is mounted, as far as it hangs on USB and is no disk of the machine's own. */
export function createLinuxMedia({ clock, isAttended, root = '/' }: LinuxMediaParts): RemovableMedia {
  const readMounts = (): Promise<string> => readFile(join(root, 'proc/self/mountinfo'), 'utf8')

  return {
    async list() {
      const mounts = await Promise.all(parseMountinfo(await readMounts()).map((mount) => withDevice(join(root, 'sys'), mount)))
      return mediaAmong(mounts.filter((mount) => mount !== null))
    },
    watch(onChange) {
      // A stick that is gone stays mounted until somebody sees to it.
      const read = async (): Promise<string> => [await readMounts(), ...(await readdir(join(root, 'sys/block')))].join('\n')
      return watchText({ clock, isWanted: isAttended, read, onChange })
    },
  }
}

interface MountedDevice {
  mount: Mount
  device: BlockDevice
}

async function withDevice(sysfs: string, mount: Mount): Promise<MountedDevice | null> {
  const device = await findBlockDevice(sysfs, mount.device)
  return device && { mount, device }
}

/** A disk of which any part is mounted elsewhere, as the one that the machine started from, is not a customer's. */
function mediaAmong(mounted: readonly MountedDevice[]): Medium[] {
  const own = new Set(mounted.filter(({ mount }) => !PLUGGED_IN.test(mount.folder)).flatMap(({ device }) => device.disks))
  return mounted.filter((one) => isOffered(one) && !one.device.disks.some((disk) => own.has(disk))).map(mediumOf)
}

const isOffered = ({ mount, device }: MountedDevice): boolean => PLUGGED_IN.test(mount.folder) && mount.root === '/' && !mount.readOnly && device.onUsb

function mediumOf({ mount, device }: MountedDevice): Medium {
  const label = basename(mount.folder)
  return {
    key: [mount.device, device.sequence, mount.id].join('/'),
    folder: mount.folder,
    name: showableName(isSerial(label) ? device.model : label),
    device: deviceNumber(mount.device),
  }
}

/** The automounter takes the file system's serial number where it has no label: `1A2B-3C4D`, `5C0E8A5F0E8A3A1C`, a UUID. */
const isSerial = (label: string): boolean => /^[0-9a-f]{4}-[0-9a-f]{4}$|^[0-9a-f]{16}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(label)

interface Watched {
  clock: Clock
  isWanted: () => boolean
  read: () => Promise<string>
  onChange: () => void
}

/**
 * Compares the text again and again: the kernel tells of a change by poll(2) on the file, which Node cannot wait for (`fs.watch` is
 * inotify, which is silent in `/proc`). Reading it costs nothing and touches no medium. The first look is a change, too.
 */
function watchText({ clock, isWanted, read, onChange }: Watched): () => void {
  let cancel = (): void => undefined
  let isOver = false
  let known: string | null = null

  const look = async (): Promise<void> => {
    const text = await read().catch(() => known)
    if (isOver) return
    if (text !== known) onChange()
    known = text
  }
  const next = (): void => {
    if (isOver) return
    cancel = clock.after(LOOK_EVERY, () => void (isWanted() ? look() : Promise.resolve()).then(next))
  }
  next()
  return () => {
    isOver = true
    cancel()
  }
}
