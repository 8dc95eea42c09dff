import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyWordsOf, nameWordsOf, placeWordsOf } from '../../../electron/search/accountWords.ts'
import { editsBetween } from '../../../electron/search/edits.ts'
import { wordsIn } from '../../../electron/search/fold.ts'
import { soundOf } from '../../../electron/search/sounds.ts'
import { anAccount } from '../../fixtures/accounts/branchData.ts'

describe('the words of an account', () => {
  it('are without accents, capitals and particles, and hold what people write in one', () => {
    const holder = {
      kind: 'person' as const,
      givenNames: 'María del Carmen',
      familyName: 'de la Cruz',
      secondFamilyName: 'Núñez',
      documentType: '',
      documentNumber: '',
    }
    expect(nameWordsOf({ holder })).toEqual(['maria', 'carmen', 'cruz', 'nunez', 'delcarmen', 'delacruz'])
  })

  it('hold both surnames of whoever has one twice', () => {
    const holder = { kind: 'person' as const, givenNames: 'Ana', familyName: 'García', secondFamilyName: 'García', documentType: '', documentNumber: '' }
    expect(nameWordsOf({ holder })).toEqual(['ana', 'garcia', 'garcia'])
  })

  it('are a company’s own name where it is one', () => {
    const holder = { kind: 'company' as const, companyName: 'Panadería La Espiga, S.A. de C.V.', documentType: 'RFC', documentNumber: 'PES010203AB1' }
    expect(nameWordsOf({ holder })).toEqual(['panaderia', 'espiga', 'laespiga'])
  })

  it('hold the supply address once', () => {
    expect(placeWordsOf(anAccount())).toEqual(['calle', 'poniente', '12', 'centro', 'monterrey', '64000'])
  })

  it('hold its numbers, and its phone with and without area', () => {
    const account = anAccount({ number: '00989917', contractNumber: 'C-0012', email: 'Ana.Mendez@Example.com', phone: '+52 81 5555 1234' })
    expect(keyWordsOf(account)).toEqual([
      '989917',
      '9899177',
      'm778812',
      'c0012',
      'mepa800101mn1nrn01',
      'anamendezexamp1ec0m',
      '8155551234',
      '55551234',
      '5551234',
    ])
  })
})

it('folds any text into words of letters and digits', () => {
  expect(wordsIn('  ÑANDÚ-González\u0000“O’Higgins” 😀 \u202e4B ')).toEqual(['nandu', 'gonzalez', 'o', 'higgins', '4b'])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => wordsIn(text).every((word) => /^[\p{L}\p{N}\p{Cs}]+$/u.test(word))))
})

describe('words that are alike', () => {
  it.each([
    ['gonzalez', 'gonsales'],
    ['valdez', 'baldes'],
    ['jimenez', 'ximenes'],
    ['hernandez', 'ernandes'],
    ['zambrano', 'zanbrano'],
    ['llanos', 'yanos'],
    ['quiroga', 'kiroga'],
    ['garay', 'garai'],
  ])('%s sounds like %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other))
  })

  it.each([
    ['ruiz', 'riuz', 1],
    ['mendez', 'menez', 1],
    ['mendez', 'menndez', 1],
    ['mendez', 'mensez', 1],
    ['mendez', 'mendoza', 2],
    ['mendez', 'gutierrez', 3],
    ['', 'ab', 2],
  ])('%s and %s differ by %i', (one, other, edits) => {
    expect(editsBetween(one, other, 2)).toBe(edits)
    expect(editsBetween(other, one, 2)).toBe(edits)
  })

  it('differ by no more than what was done to one of them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'r'), minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('x', 'a'), (text, place, letter) => {
        const at = place % text.length
        expect(editsBetween(text, text.slice(0, at) + text.slice(at + 1), 2)).toBeLessThanOrEqual(1)
        expect(editsBetween(text, text.slice(0, at) + letter + text.slice(at), 2)).toBeLessThanOrEqual(1)
        expect(editsBetween(text, text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2), 2)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
