import { expect, test } from 'vitest'
import { drawPdf } from '../../../electron/documents/pdf.ts'

const style = { defaultStyle: { font: 'Paper' } }

test('a document opens no file and no address, whatever stands in it', async () => {
  await expect(drawPdf({ ...style, content: [{ image: '/etc/hostname' }] })).rejects.toThrow('denied')
  const images = { picture: 'https://127.0.0.1:9/x.png' }
  await expect(drawPdf({ ...style, content: [{ image: 'picture' }], images })).rejects.toThrow('denied')
})

test('a font that was parsed once serves many documents, each with the letters of its own', async () => {
  const [first, second, again] = await Promise.all(['Ana', 'Zoé', 'Ana'].map((content) => drawPdf({ ...style, content, info: { creationDate: new Date(0) } })))
  expect(first).toEqual(again)
  expect(first).not.toEqual(second)
})
