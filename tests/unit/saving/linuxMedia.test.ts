import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLinuxMedia } from '../../../electron/saving/linuxMedia.ts'
import type { Medium } from '../../../electron/saving/medium.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { layOut, mountIn, type Recording } from '../../fixtures/saving/recordedMedia.ts'

let root = ''
afterEach(() => rmSync(root, { recursive: true, force: true }))

const open = () => createLinuxMedia({ clock: fakeClock(), isAttended: () => true, root })

function listed(recording: Recording, change?: (mountinfo: string) => string): Promise<Medium[]> {
  root = layOut(recording, change)
  return open().list()
}

const folders = async (...asked: Parameters<typeof listed>): Promise<string[]> => (await listed(...asked)).map(({ folder }) => folder)

const kingston = '/run/media/kiosco/KINGSTON'
const bare = '/media/1A2B-3C4D'
const photos = '/run/media/kiosco/Fotos Ana'
/** One more file system in the tree. */
const and = (mount: string) => (mountinfo: string) => `${mountinfo}${mount}\n`

describe('the sticks that are plugged in', () => {
  it('are found with and without a partition, by their label or else by their maker', async () => {
    expect(await listed('three-sticks')).toEqual([
      { key: '8:1/1/26', folder: kingston, name: 'KINGSTON', device: 0x801 },
      { key: '8:16/2/27', folder: bare, name: 'Generic Bare', device: 0x810 },
      { key: '8:32/3/28', folder: photos, name: 'Fotos Ana', device: 0x820 },
    ])
  })

  it('are none on a machine without USB, with drives that are empty, and with sticks that nobody mounted', async () => {
    expect(await listed('virtual-disk')).toEqual([])
    expect(await listed('nothing-mounted')).toEqual([])
  })

  it('do not count those that are read-only, nor an image on a stick', async () => {
    expect(await folders('read-only-and-image')).toEqual([kingston, bare])
  })

  it('count one that is encrypted, once it is open', async () => {
    expect(await folders('encrypted')).toEqual([kingston, '/run/media/kiosco/secreto'])
  })

  it.each([
    ['of the network', '40 25 0:51 / /media/servidor rw - cifs //servidor/datos rw'],
    ['of a phone, without blocks', '41 25 0:52 / /run/media/kiosco/telefono rw - fuse.jmtpfs jmtpfs rw'],
    ['of the internal disk', '42 25 8:64 / /media/datos rw - ext4 /dev/sde rw'],
    ['of a device that is gone', '43 25 8:97 / /media/gone rw - vfat /dev/sdg1 rw'],
    ['of a folder of a stick', '44 25 8:1 /fotos /media/fotos rw - vfat /dev/sda1 rw'],
    ['of the folder of media itself', '45 25 8:48 / /media rw - vfat /dev/sdd rw'],
  ])('do not count a file system %s', async (_, mount) => {
    expect(await folders('three-sticks', and(mount))).toEqual([kingston, bare, photos])
  })

  it.each(['/', '/boot/efi', '/home', '/mnt/backup', '/mediateca/x'])('do not count a disk of which a part is mounted on %s', async (folder) => {
    expect(await folders('three-sticks', and(`46 1 8:1 / ${folder} rw - vfat /dev/sda1 rw`))).toEqual([bare, photos])
  })

  it('are told when the system does not say what is mounted', async () => {
    root = layOut('three-sticks')
    rmSync(join(root, 'proc'), { recursive: true })
    await expect(open().list()).rejects.toThrow('ENOENT')
  })
})

describe('a change of what is mounted', () => {
  function watchTree(isAttended: () => boolean) {
    root = layOut('nothing-mounted')
    const clock = fakeClock()
    const seen = vi.fn()
    const stop = createLinuxMedia({ clock, isAttended, root }).watch(seen)
    /** One look after the other, until it is seen so often. */
    const until = (times: number): Promise<void> =>
      eventually(() => {
        clock.advance(2_000)
        expect(seen).toHaveBeenCalledTimes(times)
      })
    return { clock, seen, stop, until }
  }

  it('is seen, and so is a disk that goes though it stays mounted', async () => {
    const { until, stop } = watchTree(() => true)
    await until(1)
    mountIn(root, '40 25 8:1 / /media/x rw - vfat /dev/sda1 rw\n')
    await until(2)
    mkdirSync(join(root, 'sys/block/sdb'))
    await until(3)
    stop()
  })

  it('is not looked for while nobody stands at the counter', async () => {
    let isAttended = false
    const { clock, seen, until, stop } = watchTree(() => isAttended)
    for (let look = 0; look < 20; look += 1) {
      clock.advance(2_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(seen).not.toHaveBeenCalled()
    isAttended = true
    await until(1)
    stop()
  })
})
