import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What sysfs says of a block device that has a file system on it. */
export interface BlockDevice {
  /** Folder in sysfs of each whole disk that it lies on; of an encrypted one, the disk beneath. */
  disks: string[]
  /** Every one of them hangs on USB. */
  onUsb: boolean
  /** Maker and model of the first, as it calls itself. */
  model: string
  /** Counts what was plugged in since the start (Linux 5.15); empty where the kernel does not. */
  sequence: string
}

/** Null for what is no block device (a network's, the kernel's own), or is gone. */
export async function findBlockDevice(sysfs: string, device: string): Promise<BlockDevice | null> {
  const path = await pathOf(join(sysfs, 'dev/block', device))
  if (path === null) return null
  const disks = await disksUnder(path)
  const first = disks[0] ?? path
  const [vendor, model, sequence] = await Promise.all(['device/vendor', 'device/model', 'diskseq'].map((name) => readLine(join(first, name))))
  return { disks, onUsb: disks.every((disk) => /\/usb\d+\//.test(disk)), model: [vendor, model].filter(Boolean).join(' '), sequence: sequence ?? '' }
}

/** `st_dev` of the files on the device `major:minor`, as glibc's makedev(3) puts it together. */
export function deviceNumber(device: string): number {
  const [major = 0, minor = 0] = device.split(':').map(Number)
  return (minor & 0xff) + (major & 0xfff) * 2 ** 8 + (minor >>> 8) * 2 ** 20
}

/** The disk itself, the disk of a partition, or those beneath a mapped device (LUKS, LVM). */
async function disksUnder(path: string): Promise<string[]> {
  const slaves = await readdir(join(path, 'slaves')).catch(() => [])
  if (slaves.length === 0) return [(await readLine(join(path, 'partition'))) === '' ? path : dirname(path)]
  const beneath = await Promise.all(slaves.map((slave) => pathOf(join(path, 'slaves', basename(slave)))))
  const disks = await Promise.all(beneath.filter((slave) => slave !== null).map(disksUnder))
  return disks.flat()
}

const pathOf = (link: string): Promise<string | null> => realpath(link).catch(() => null)

const readLine = (path: string): Promise<string> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => '',
  )
