import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticketCharacters, ticketText } from '../../../electron/documents/tickets/characters.ts'
import { code128For } from '../../../electron/documents/tickets/code128.ts'
import { encodeTicket } from '../../../electron/documents/tickets/encode.ts'
import { pair, scaleFor, wrap } from '../../../electron/documents/tickets/lines.ts'
import { kindOf, statusOf } from '../../../electron/printing/tickets/status.ts'
import { turnName } from '../../../shared/domain/turns.ts'
import { decodePage858 } from '../../fixtures/printing/escpos.ts'
import { renderTicket } from '../../fixtures/printing/escposText.ts'

describe('characters', () => {
  it('are those of the code page, each of one byte that the printer turns into the same letter', () => {
    for (const character of ticketCharacters) {
      const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', characterSet: CharacterSet.PC858_EURO })
      printer.append(character)
      const bytes = printer.getBuffer().subarray(3)
      expect([bytes.length, decodePage858(bytes)], character).toEqual([1, character])
    }
  })

  it.each([
    ['Peña Ibáñez, ¿cuánto? 20 €', 'Peña Ibáñez, ¿cuánto? 20 €'],
    ['n\u0303', 'ñ'],
    ['Nguyễn Văn', 'Nguyen Van'],
    ['Łódź — “así”… ‘no’', 'Lódz - "así"... \'no\''],
    ['M•••••', 'M*****'],
    ['日本 👩‍👩‍👧', '?? ?'],
    ['a\u200bb\u202ec', 'abc'],
    ['a\u001bp\tb\r\nc', 'a p b  c'],
    ['\ud800', '?'],
  ])('%j stand as %j', (text, printed) => expect(ticketText(text)).toBe(printed))

  it('are never anything else, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (points) =>
        [...ticketText(String.fromCodePoint(...points))].every((character) => ticketCharacters.has(character)),
      ),
    )
  })
})

describe('lines', () => {
  it('break between words, and long words where the line ends', () => {
    expect(wrap('uno dos tres', 8)).toEqual(['uno dos', 'tres'])
    expect(wrap('un extraordinariamente', 8)).toEqual(['un', 'extraord', 'inariame', 'nte'])
    expect(wrap('  ', 8)).toEqual([])
  })

  it('keep every letter, and none is wider than the paper', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 48 }), (text, columns) => {
        const lines = wrap(text, columns)
        expect(lines.every(({ length }) => length > 0 && length <= columns)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })

  it('set a value at the right, under its name where they do not fit beside each other', () => {
    expect(pair('Total', '$1.00', 12)).toEqual(['Total  $1.00'])
    expect(pair('Total', '$1.00', 11)).toEqual(['Total $1.00'])
    expect(pair('Total', '$1.00', 10)).toEqual(['Total', '     $1.00'])
  })

  it('are as large as one line allows', () => {
    expect(scaleFor('A-042', 48, 8)).toEqual({ width: 8, height: 8 })
    expect(scaleFor('A-042', 32, 8)).toEqual({ width: 6, height: 6 })
    expect(scaleFor('K07-20261121-00428', 32, 2)).toEqual({ width: 1, height: 2 })
  })
})

describe('Code 128', () => {
  /** What the decoder reads out of a ticket with these bars. */
  const read = (data: string, width: 80 | 58 = 80) => renderTicket(encodeTicket([{ kind: 'bars', data }], width), width).codes

  it.each([
    ['0123456789', 'C', 3],
    ['12345', 'BC', 3],
    ['ABC', 'B', 3],
    ['AB1234CD', 'BCB', 3],
    ['004098991700404325030000363900', 'C', 2],
    ['a{b}{{1', 'B', 3],
  ])('carries %s in sets %s, at %i dots a module', (data, sets, module) => {
    expect(read(data)).toEqual([{ symbology: `BARCODE CODE128${sets}`, data, module }])
  })

  it.each([
    ['1620010001', 'BC'],
    ['0016200100', 'CBC'],
    ['160416051620', 'BCBCBC'],
    ['1616200000', 'CBC'],
  ])('carries %s without the bytes that a printer obeys wherever they stand', (data, sets) => {
    expect(read(data)).toMatchObject([{ symbology: `BARCODE CODE128${sets}`, data }])
  })

  it('never holds such bytes, whatever the digits', () => {
    const pairs = fc.array(fc.constantFrom('16', '04', '05', '20', '00', '01'), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(pairs, (data) => {
        const bars = code128For(data.join(''), 5_000)
        const bytes = Buffer.from(bars?.bytes ?? [])
        expect(bytes.length).toBeGreaterThan(0)
        expect(['\u0010\u0004', '\u0010\u0005', '\u0010\u0014'].filter((obeyed) => bytes.includes(obeyed))).toEqual([])
      }),
    )
  })

  it('carries whatever is printable, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x21-\x7e]{1,24}$/), (data) => {
        if (code128For(data, 576)) expect(read(data)).toMatchObject([{ data }])
      }),
    )
  })

  it.each(['', ' 12', '12 ', 'ñ12', '1\u001b2', '0'.repeat(60), 'x'.repeat(30)])('refuses %j', (data) => expect(code128For(data, 576)).toBeNull())
})

describe('what a printer answers', () => {
  const ready = [0x12, 0x12, 0x12, 0x12]
  const withBits = (answer: number, bits: number): number[] => ready.map((byte, index) => (index === answer ? byte | bits : byte))

  it.each<[string, number[], string[]]>([
    ['nothing wanting', ready, []],
    ['cover open', [0x1a, 0x16, 0x12, 0x12], ['cover']],
    ['paper at its end', [0x1a, 0x32, 0x12, 0x7e], ['paper']],
    ['the cutter jammed', [0x1a, 0x52, 0x1a, 0x12], ['jam']],
    ['an error that it does not explain', [0x1a, 0x52, 0x12, 0x12], ['other']],
    ['an error without cure', [0x1a, 0x52, 0x32, 0x12], ['other']],
    ['a hot head', [0x1a, 0x52, 0x52, 0x12], ['other']],
    ['offline at its panel', withBits(0, 0x08), ['paused']],
    ['the feed button held', withBits(1, 0x08), ['paused']],
    ['cover open, no paper', [0x1a, 0x36, 0x12, 0x7e], ['cover', 'paper']],
  ])('%s', (_, answers, attention) => {
    const status = statusOf(answers)
    expect(status.attention).toEqual(attention)
    expect(status.state).toBe(attention.length > 0 ? 'attention' : 'ready')
  })

  it('tells a roll that is nearly out from one that is', () => {
    expect(statusOf(withBits(3, 0x0c))).toEqual({ state: 'ready', attention: [], nearEnd: true })
    expect(statusOf(withBits(3, 0x6c))).toEqual({ state: 'attention', attention: ['paper'], nearEnd: true })
  })

  it('is told apart by its fixed bits', () => {
    expect([0x12, 0x16, 0x7e].map(kindOf)).toEqual(['real-time', 'real-time', 'real-time'])
    expect([0x00, 0x03, 0x0c, 0x0f].map(kindOf)).toEqual(['queued', 'queued', 'queued', 'queued'])
    expect([0x10, 0x14, 0x18].map(kindOf)).toEqual(['unsolicited', 'unsolicited', 'unsolicited'])
    expect([0x11, 0x13].map(kindOf)).toEqual(['flow', 'flow'])
    expect([0x48, 0x55, 0xff, 0x90, 0x01].map(kindOf)).toEqual(['garbage', 'garbage', 'garbage', 'garbage', 'garbage'])
  })
})

describe('turns', () => {
  it.each([
    [1, 'A-001'],
    [42, 'A-042'],
    [999, 'A-999'],
    [1000, 'B-001'],
    [26 * 999, 'Z-999'],
    [26 * 999 + 1, 'A-001'],
  ])('%i is called %s', (number, name) => expect(turnName(number)).toBe(name))
})
