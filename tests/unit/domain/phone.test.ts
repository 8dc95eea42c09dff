import { describe, expect, it } from 'vitest'
import { readPhone } from '../../../shared/domain/phone.ts'

describe('a phone number as typed', () => {
  it.each([
    '55 1234 5678',
    '(55) 1234-5678',
    '+52 55 1234 5678',
    '+598 2 123 4567',
    '2123 4567',
    '81.8000.1234',
    '55 1234 5678 ext. 12',
    '55 1234 5678 ext 12',
    '5512345678ext12',
    '55 1234 5678 x12',
    '55 1234 5678 #12',
    '55 1234 5678, ext. 12',
    '55 1234 5678 extensión 1234',
    '2123 4567 int. 305',
    '2123 4567 interno 305',
    '11 2345-6789 ramal 20',
    '(55) 1234 5678 Ext. 12',
  ])('%s passes as it is', (typed) => {
    expect(readPhone(typed)).toEqual({ ok: true, phone: typed })
  })

  it('reads letters that look like digits as digits', () => {
    expect(readPhone('55 I234 567O ext. 12')).toEqual({ ok: true, phone: '55 1234 5670 ext. 12' })
    expect(readPhone(' ５５ 1234  5678 ')).toEqual({ ok: true, phone: '55 1234 5678' })
  })

  it.each([
    ['', 'empty'],
    ['llámeme', 'phone-letters'],
    ['55 1234 5678 casa', 'phone-letters'],
    ['55 1234 5678 ext.', 'phone-letters'],
    ['55 1234 5678 @', 'phone-sign'],
    ['55+12345678', 'phone-plus'],
    ['123 456', 'phone-too-short'],
    ['1234567890123456', 'phone-too-long'],
    ['00000000', 'phone-zeros'],
    ['+00 0000 0000 ext. 12', 'phone-zeros'],
    ['55 1234 5678 ext. 123456789', 'phone-extension'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(readPhone(typed)).toEqual({ ok: false, problem })
  })
})
