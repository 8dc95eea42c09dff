import { describe, expect, it } from 'vitest'
import { fulfilled, passwordProblem, passwordRule } from '../../../shared/domain/password.ts'

describe('what a password must be', () => {
  it('is twelve characters or more of any kind, spaces too, where the zone says nothing', () => {
    const rule = passwordRule()
    expect(passwordProblem('', rule)).toBe('empty')
    expect(passwordProblem('once letras', rule)).toBe('password-short')
    expect(passwordProblem('doce letras!', rule)).toBeNull()
    expect(passwordProblem('🔑'.repeat(12), rule)).toBeNull()
    expect(passwordProblem('x'.repeat(128), rule)).toBeNull()
    expect(passwordProblem('x'.repeat(129), rule)).toBe('password-long')
  })

  it('counts a letter with its accent once, however it was typed', () => {
    expect(passwordProblem('n\u0303'.repeat(11), passwordRule())).toBe('password-short')
    expect(passwordProblem('n\u0303'.repeat(12), passwordRule())).toBeNull()
  })

  it('is what the zone says where it says something', () => {
    const rule = passwordRule({ minLength: 8, maxLength: 12, pattern: '[A-Za-z0-9]+', description: 'De 8 a 12 letras y números.' })
    expect(passwordProblem('clave con espacios', rule)).toBe('password-long')
    expect(passwordProblem('clave corta', rule)).toBe('password-pattern')
    expect(passwordProblem('clave12345', rule)).toBeNull()
    expect(fulfilled('clave', rule)).toEqual({ length: false, pattern: true })
  })

  it('cannot be made impossible, or longer than can be typed, by a zone', () => {
    expect(passwordRule({ minLength: 400, maxLength: 0 })).toMatchObject({ minLength: 4, maxLength: 4 })
    expect(passwordRule({ minLength: -3, maxLength: 4000 })).toMatchObject({ minLength: 4, maxLength: 128 })
    expect(passwordProblem('cualquier cosa sirve', passwordRule({ pattern: '(' }))).toBeNull()
  })
})
