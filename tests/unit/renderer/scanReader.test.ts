import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_KEPT } from '../../../shared/domain/scannedText.ts'
import { hear, quiet, SAME_WITHIN, SHORTEST_SCAN, SLOWEST_SCANNER, type Heard, type KeyPress } from '../../../renderer/areas/scan/scanReader.ts'

type Key = Partial<KeyPress> & { key: string; gap: number }

/** Plays keys, each so long after the one before, and answers what each was heard as. */
function play(keys: readonly Key[]): Heard[] {
  let state = quiet
  let at = 5000
  return keys.map(({ gap, ...press }) => {
    at += gap
    const step = hear(state, { code: '', repeat: false, command: false, ...press, at })
    state = step.state
    return step.heard
  })
}
const keysOf = (text: string, gap = 8): Key[] => Array.from(text, (key) => ({ key, gap }))
const scanOf = (text: string, end = 'Enter', gap = 8): Key[] => [...keysOf(text, gap), { key: end, gap }]
const scansIn = (heard: readonly Heard[]): string[] => heard.flatMap((one) => (one.kind === 'scan' ? [one.text] : []))
const later = (keys: Key[], gap: number): Key[] => keys.map((key, place) => (place === 0 ? { ...key, gap } : key))

describe('a scanner', () => {
  it('is heard whatever it sends, at any speed of scanners, by either end', () => {
    const texts = fc.stringMatching(/^[ -~Ññ¡¿]{6,300}$/)
    fc.assert(
      fc.property(texts, fc.constantFrom('Enter', 'Tab'), fc.nat(SLOWEST_SCANNER), (text, end, gap) => {
        const heard = play(later(scanOf(text, end, gap), 900))
        expect(scansIn(heard)).toEqual([text])
        expect(heard[0]).toEqual({ kind: 'begins' })
        expect(heard.slice(2, -1).every((one) => one.kind === 'goesOn' && one.certain)).toBe(true)
      }),
    )
  })

  it('presses Shift for capitals, and is as fast with it', () => {
    const keys = Array.from('DE40432503').flatMap((key): Key[] =>
      /[A-Z]/.test(key)
        ? [
            { key: 'Shift', gap: 40 },
            { key, gap: 40 },
          ]
        : [{ key, gap: 40 }],
    )
    expect(scansIn(play([...keys, { key: 'Enter', gap: 40 }]))).toEqual(['DE40432503'])
  })

  it('is told after what a person typed, without it', () => {
    expect(scansIn(play([...keysOf('4098', 180), ...later(scanOf('DE40432503'), 60)]))).toEqual(['DE40432503'])
  })

  it('ends with return and line feed: the second is nobody’s', () => {
    const ends: Key[] = [
      { key: 'j', code: 'KeyJ', command: true, gap: 8 },
      { key: 'Enter', gap: 8 },
    ]
    for (const more of ends) expect(play([...scanOf('40989917'), more]).at(-1)).toEqual({ kind: 'echo' })
    expect(play([...scanOf('40989917'), { key: 'Enter', gap: 400 }]).at(-1)).toEqual({ kind: 'key' })
  })

  it('separates the fields of GS1', () => {
    const keys: Key[] = [...keysOf('80201234567890'), { key: '+', code: 'BracketRight', command: true, gap: 8 }, ...scanOf('39021')]
    expect(scansIn(play(keys))).toEqual(['80201234567890\u001D39021'])
  })

  it('that reads a code twice in a second is heard once, and after it again', () => {
    const [code, other] = ['40989917', 'DE40432503']
    expect(play([...scanOf(code), ...later(scanOf(code), 400)]).at(-1)).toEqual({ kind: 'again' })
    expect(scansIn(play([...scanOf(code), ...later(scanOf(code), SAME_WITHIN + 1)]))).toEqual([code, code])
    expect(scansIn(play([...scanOf(code), ...later(scanOf(other), 400)]))).toEqual([code, other])
  })

  it('of any length leaves no more than is kept', () => {
    const [text = ''] = scansIn(play(scanOf('7'.repeat(5000))))
    expect(text).toHaveLength(MOST_KEPT)
  })

  it('that sends a dead key has sent no character', () => {
    expect(scansIn(play([...keysOf('409899'), { key: 'Dead', gap: 8 }, ...scanOf('17')]))).toEqual(['409899\uFFFD17'])
  })
})

describe('hands', () => {
  it('are never taken for one: however fast, some key takes longer than a scanner’s', () => {
    const burst = fc.array(fc.record({ key: fc.constantFrom(...'40989917DE'), gap: fc.nat(SLOWEST_SCANNER) }), { maxLength: SHORTEST_SCAN - 1 })
    const rest = fc.record({ key: fc.constantFrom('4', 'Enter', 'Tab', 'Backspace', 'ArrowLeft'), gap: fc.integer({ min: SLOWEST_SCANNER + 1, max: 600 }) })
    const typing = fc.array(fc.tuple(rest, fc.array(fc.record({ key: fc.constantFrom(...'40989917DE'), gap: fc.nat(SLOWEST_SCANNER) }), { maxLength: 4 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(burst, typing, (first, then) => {
        expect(scansIn(play([...first, ...then.flatMap(([slow, fast]) => [slow, ...fast])]))).toEqual([])
      }),
    )
  })

  it.each<[string, Key[]]>([
    ['Enter after a while', [...keysOf('40989917'), { key: 'Enter', gap: 51 }]],
    ['no Enter', [...keysOf('40989917'), { key: '5', gap: 300 }]],
    ['few characters', scanOf('40989')],
    ['a mistake mended on the way', [...keysOf('409899'), { key: 'Backspace', gap: 8 }, ...scanOf('917')]],
    ['a key that is held', [{ key: '1', gap: 300 }, ...keysOf('11111111', 33).map((key) => ({ ...key, repeat: true })), { key: 'Enter', gap: 33 }]],
    ['a command', [...keysOf('40989'), { key: 'a', code: 'KeyA', command: true, gap: 8 }, ...scanOf('917')]],
    ['Enter alone, again and again', Array.from({ length: 9 }, () => ({ key: 'Enter', gap: 8 }))],
  ])('are not taken for one by %s', (_, keys) => {
    const heard = play(keys)
    expect(scansIn(heard)).toEqual([])
    expect(['key', 'begins']).toContain(heard.at(-1)?.kind)
  })
})
