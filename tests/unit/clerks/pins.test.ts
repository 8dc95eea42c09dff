import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { isPinOf, nobodysHash, readPinHash, USUAL_COST, type PinHash } from '../../../electron/clerks/pinHash.ts'
import { createPins } from '../../../electron/clerks/pins.ts'
import { createLog } from '../../../electron/log/log.ts'
import { clerks, samplePins } from '../../../electron/sandbox/data/clerks.ts'

const SALT = '/5MNBvXNyCQVAVt+qwA8hQ'
const HASH = 'EAfhnl+m7oy+pxCX9l9DKFO0QdTeq2k5ovq+GEeUuVg'
const [lucia, ramiro] = clerks as [(typeof clerks)[number], (typeof clerks)[number]]

describe('a hash of a PIN', () => {
  it('is matched by its own PIN and by no other', async () => {
    const hash = readPinHash(lucia.pinHash) as PinHash
    expect(await Promise.all([samplePins.clerk, samplePins.supervisor, `${samplePins.clerk}0`, ''].map((pin) => isPinOf(hash, pin)))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it.each([
    '',
    'x',
    lucia.pinHash.replace('scrypt', 'argon2id'),
    `$scrypt$ln=15,r=8$${SALT}$${HASH}`,
    `$scrypt$ln=15,r=8,p=1$${SALT}`,
    `$scrypt$ln=15,r=8,p=1$${SALT}$${HASH}$`,
    `$scrypt$ln=15,r=8,p=1$${SALT}$`,
    `$scrypt$ln=15,r=8,p=1$${SALT}$AA`,
    `$scrypt$ln=15,r=8,p=1$$${HASH}`,
    `$scrypt$ln=15,r=8,p=1$${SALT}$ñ${HASH}`,
    `$scrypt$ln=0,r=8,p=1$${SALT}$${HASH}`,
    `$scrypt$ln=15,r=0,p=1$${SALT}$${HASH}`,
    `$scrypt$ln=15,r=8,p=0$${SALT}$${HASH}`,
    `$scrypt$ln=-1,r=8,p=1$${SALT}$${HASH}`,
  ])('that is none is nobody’s: %s', (text) => {
    expect(readPinHash(text)).toBeNull()
  })

  it.each([
    'ln=22,r=8,p=1', // 4 GB
    'ln=18,r=8,p=1',
    'ln=15,r=64,p=1',
    'ln=15,r=8,p=999', // minutes
    'ln=17,r=8,p=3',
    'ln=99,r=8,p=1',
    'ln=2,r=999,p=999',
  ])('that asks for more memory or time than anybody needs is none: %s', (cost) => {
    expect(readPinHash(`$scrypt$${cost}$${SALT}$${HASH}`)).toBeNull()
  })

  it('may cost four times as much memory as usual', async () => {
    const hash = readPinHash(`$scrypt$ln=17,r=8,p=1$${SALT}$${HASH}`)
    expect(hash?.cost).toEqual({ N: 131_072, r: 8, p: 1 })
    expect(hash && (await isPinOf(hash, '123456'))).toBe(false)
  })
})

describe('whose PIN it is', () => {
  function setUp(known: readonly { pinHash: string }[] = clerks) {
    const lines: string[] = []
    const log = createLog(new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
    const costs: unknown[] = []
    const compare = (hash: PinHash, pin: string) => {
      costs.push(hash.cost)
      return isPinOf(hash, pin)
    }
    return { lines, costs, pins: createPins({ log, clerks: () => known, compare }) }
  }
  const broken = { ...ramiro, pinHash: '$scrypt$ln=30,r=8,p=1$x$y' }

  it('costs the same whether it is wrong, the clerk is gone, or their hash cannot be used', async () => {
    const strong = clerks.map((clerk) => ({ ...clerk, pinHash: clerk.pinHash.replace('ln=15', 'ln=16') }))
    for (const [known, cost] of [
      [clerks, USUAL_COST],
      [strong, { N: 65_536, r: 8, p: 1 }],
      [[broken], USUAL_COST],
      [[], USUAL_COST],
    ] as const) {
      const { pins, costs } = setUp(known)
      const asked = [...(known === clerks || known === strong ? known.slice(0, 1) : []), broken, null]
      for (const clerk of asked) expect(await pins.isOf(clerk, '000000')).toBe(false)
      expect(costs).toEqual(asked.map(() => cost))
    }
  })

  it('is nobody’s where the hash cannot be used, which is logged with the clerk’s id and nothing else', async () => {
    const { pins, lines } = setUp()
    expect(await pins.isOf(broken, samplePins.supervisor)).toBe(false)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(ramiro.id)
    for (const secret of [samplePins.supervisor, ramiro.name, broken.pinHash]) expect(lines[0]).not.toContain(secret)
  })

  it('is never that of a clerk who is gone, not even where it matches nobody’s hash', async () => {
    const pins = createPins({ log: createLog(new Writable({ write: (_, __, done) => done() })), clerks: () => [], compare: () => Promise.resolve(true) })
    expect(await pins.isOf(null, '000000')).toBe(false)
    expect(nobodysHash(USUAL_COST).hash).toHaveLength(32)
  })
})
