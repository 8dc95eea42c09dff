import { afterAll, describe, expect, test } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'
import { longText, privacyPaper, shortGuide, withBody } from '../../fixtures/documents/legalTexts.ts'

const drawing = startDrawing({ log: silentLog })
const { drawLegalText, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

describe('a text of the utility on paper', () => {
  test('bears its title, version and day under the name of the company, and every word of it', async () => {
    const paper = await drawLegalText(shortGuide)
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toContain('(A4)')
    for (const words of [
      'Guía de registro',
      'Versión 2026-01 · Impreso el 21/11/2026',
      'anterior no son válidos: hágalo una vez más.',
      '4. Desde entonces inicie sesión',
    ])
      expect(paper.words()).toContain(words)
  })

  test('tells first what it says in short', async () => {
    const words = (await drawLegalText(privacyPaper)).words()
    expect(words.indexOf('Gas del Norte usa los datos')).toBeGreaterThan(0)
    expect(words.indexOf('Gas del Norte usa los datos')).toBeLessThan(words.indexOf('Para qué los usamos'))
    expect(words).not.toMatch(/\*\*|##/u)
  })

  test('goes over as many sheets as it takes, each with its number, and no heading is the last on one', async () => {
    const paper = await drawLegalText(longText(40))
    expect(paper.sheets).toBeGreaterThan(5)
    for (let sheet = 1; sheet <= paper.sheets; sheet += 1) {
      const lines = paper.text(sheet).trim().split('\n').filter(Boolean)
      expect(lines.at(-1)).toContain(`Condiciones de uso · Versión 2026-01 · Hoja ${sheet} de ${paper.sheets}`)
      expect(lines.at(-2)).not.toMatch(/Sección \d+$/u)
    }
    for (let section = 1; section <= 40; section += 1) expect(paper.words()).toContain(`Sección ${section} Cláusula ${section}.`)
  })

  test('draws no markup, opens no address, and breaks what has no end', async () => {
    const odd = `${'W'.repeat(3_000)}\n\n- ${'x'.repeat(800)}ZZ\n\n<b>negritas</b> <script>alert(1)</script>\n\n![foto](file:///etc/passwd) [aquí](http://evil.example) [allá][1]\n\n[1]: http://evil.example\n\n    ${'y'.repeat(20_000)}`
    const words = (await drawLegalText(withBody(odd))).words()
    expect(words.replaceAll(' ', '')).toContain(`${'x'.repeat(800)}ZZ`)
    expect(words).toContain('negritas')
    expect(words).not.toMatch(/<b>|script>|passwd|evil/u)
    expect(words).toContain('aquí')
    expect(words).toContain('allá')
    expect(words.replaceAll(' ', '').match(/y{9,}/gu)?.join('')).toHaveLength(20_000)
  })

  test('that nobody wrote to be read is printed as it stands', async () => {
    expect((await drawLegalText(withBody(`${'>'.repeat(5_000)} fin`))).words()).toContain('fin')
    expect((await drawLegalText(withBody(Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- nivel ${depth}`).join('\n')))).words()).toContain(
      'nivel 199',
    )
  })
})
