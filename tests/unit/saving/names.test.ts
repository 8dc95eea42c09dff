import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeName, showableName } from '../../../electron/saving/names.ts'

describe('the name of a file', () => {
  it.each([
    ['Duplicado DE 4043 2503', 'Duplicado DE 4043 2503'],
    ['Estado de cuenta 01/01/2026 – 31/12/2026', 'Estado de cuenta 01-01-2026 – 31-12-2026'],
    ['Estado de cuenta: Muñoz', 'Estado de cuenta-Muñoz'],
    ['dicho "x": <y>', 'dicho-x-y'],
    ['n\u0303andu\u0301', 'ñandú'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['.hidden', 'hidden'],
    ['punto. ', 'punto'],
    ['a\u0000b\nc\td', 'ab c d'],
    ['factura\u202efdp.exe', 'facturafdp.exe'],
    ['\ufeffdos\u200b\u2066', 'dos'],
    ['recibo 🧾 𝒳', 'recibo'],
    ['mitad \ud83e', 'mitad'],
    ['CON', 'documento CON'],
    ['aux.pdf', 'documento aux.pdf'],
    ['lpt1 .x', 'documento lpt1 .x'],
    ['COM²', 'documento COM²'],
    ['Conrado', 'Conrado'],
    ['***', 'documento'],
    ['', 'documento'],
    ['ñ'.repeat(300), 'ñ'.repeat(60)],
    [`${'a'.repeat(119)} .b`, 'a'.repeat(119)],
  ])('%j is %j', (asked, name) => {
    expect(safeName(asked)).toBe(name)
  })

  it('is one that FAT32, exFAT, NTFS and ext4 take, whatever is asked, and itself once it is safe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (asked) => {
        const name = safeName(asked)
        expect(name).toMatch(/^[^"*:<>?|\\/\p{C}]+$/u)
        expect(name).not.toMatch(/^[.\s]|[.\s]$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(130)
        expect(name).toBe(name.normalize('NFC'))
        expect(safeName(name)).toBe(name)
      }),
    )
  })
})

describe("a stick's name", () => {
  it.each([
    ['KINGSTON', 'KINGSTON'],
    [' Fotos\n de\tAna ', 'Fotos de Ana'],
    ['\u202eGNP.exe\u0007', 'GNP.exe'],
    ['🧾'.repeat(50), '🧾'.repeat(40)],
    ['\u200b', ''],
  ])('%j is shown as %j', (name, shown) => {
    expect(showableName(name)).toBe(shown)
  })
})
