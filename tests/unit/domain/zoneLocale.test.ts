import { expect, it } from 'vitest'
import { localeOf } from '../../../shared/domain/zoneLocale.ts'
import { monterrey } from '../../fixtures/documents/documentSamples.ts'

it.each([
  ['es-UY', 'USD', 'es-UY'],
  [undefined, 'UYU', 'es-UY'],
  ['es_MX', 'MXN', 'es-MX'],
  ['xx', 'UYU', 'es-UY'],
  ['', 'USD', 'es-MX'],
])('a zone that says %s and bills in %s is written the way of %s', (locale, currency, expected) => {
  expect(localeOf({ ...monterrey, locale, currency })).toBe(expected)
})
