import { afterEach, expect, it } from 'vitest'
import { forgetShapes, shapeOnce, type Run, type Shaper } from '../../../electron/documents/shaping.ts'

afterEach(forgetShapes)

/** A font whose every letter is ten units wide, and what it was asked to shape. */
function aFont(name = 'Regular') {
  const shaped: string[] = []
  const font: Shaper = {
    layout(text, features) {
      shaped.push(`${text} ${features?.join() ?? ''}`)
      return { glyphs: Array.from(text, () => ({})), positions: Array.from(text, () => ({ xAdvance: 10 })) }
    },
  }
  shapeOnce(font, name)
  return { font, shaped }
}

/** As pdfkit does with what it gets. */
const scale = (run: Run): number[] => run.positions.map((position) => ((position as { xAdvance: number }).xAdvance *= 0.5))

it('a text with features is shaped once, and whoever scales what came of it spoils nothing', () => {
  const { font, shaped } = aFont()
  for (let time = 0; time < 6; time++) expect(scale(font.layout('$1.25', ['tnum']))).toEqual([5, 5, 5, 5, 5])
  expect(shaped).toEqual(['$1.25 tnum'])
})

it('other features and other fonts are other shapes; without features pdfkit keeps them itself', () => {
  const { font, shaped } = aFont()
  font.layout('12', ['tnum'])
  font.layout('12', ['onum'])
  font.layout('12')
  font.layout('12', null)
  expect(shaped).toHaveLength(4)
  const bold = aFont('Bold')
  bold.font.layout('12', ['tnum'])
  expect(bold.shaped).toHaveLength(1)
})

it('nothing of a document is kept for the next', () => {
  const { font, shaped } = aFont()
  font.layout('12', ['tnum'])
  forgetShapes()
  font.layout('12', ['tnum'])
  expect(shaped).toHaveLength(2)
})
