import { describe, expect, it } from 'vitest'
import { parseMountinfo } from '../../../electron/saving/mountinfo.ts'

const line = (folder: string, options = 'rw', superOptions = 'rw'): string =>
  `61 27 8:17 / ${folder} ${options},nosuid,nodev shared:45 master:1 - vfat /dev/sdb1 ${superOptions},uid=1000`

describe('what is mounted', () => {
  it('is read with or without optional fields', () => {
    const text = ['27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard', line('/media/KINGSTON'), ''].join('\n')
    expect(parseMountinfo(text)).toEqual([
      { id: '27', device: '254:0', root: '/', folder: '/', readOnly: false },
      { id: '61', device: '8:17', root: '/', folder: '/media/KINGSTON', readOnly: false },
    ])
  })

  it.each([
    ['/media/Fotos\\040de\\040Ana', '/media/Fotos de Ana'],
    ['/media/a\\134040b', '/media/a\\040b'],
    ['/media/tab\\011new\\012line\\043', '/media/tab\tnew\nline#'],
    ['/media/Ñandú', '/media/Ñandú'],
  ])('has folders as they are called: %s', (written, folder) => {
    expect(parseMountinfo(line(written))).toMatchObject([{ folder }])
  })

  it.each([
    ['ro', 'rw'],
    ['rw', 'ro'],
    ['rw,ro', 'rw'],
  ])('is read-only by the mount (%s) or by the file system (%s)', (options, superOptions) => {
    expect(parseMountinfo(line('/media/x', options, superOptions))).toMatchObject([{ readOnly: true }])
  })

  it('is not read-only because an option begins or ends alike', () => {
    expect(parseMountinfo(line('/media/x', 'rw,noro', 'rw,errors=remount-ro,root'))).toMatchObject([{ readOnly: false }])
  })

  it('is the later of two on one folder', () => {
    const hidden = line('/media/x')
    expect(parseMountinfo(`${hidden}\n${hidden.replace('61', '62')}`)).toMatchObject([{ id: '62' }])
  })

  it('is nothing where the text is not understood', () => {
    expect(parseMountinfo('')).toEqual([])
    expect(parseMountinfo('61 27 8:17 / /media/x rw\nhello - world\n')).toEqual([])
  })
})
