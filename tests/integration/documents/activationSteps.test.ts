import { afterAll, describe, expect, test } from 'vitest'
import { startDrawing } from '../../../electron/documents/drawing.ts'
import { silentLog } from '../../fixtures/printing/printingUnderTest.ts'
import { stepsByMail, stepsByPage } from '../../fixtures/documents/activationSteps.ts'
import { drawnPapers } from '../../fixtures/documents/drawnPaper.ts'

const drawing = startDrawing({ log: silentLog })
const { drawActivationSteps, dispose } = drawnPapers(drawing)

afterAll(async () => {
  await drawing.close()
  dispose()
})

describe('the steps to an active account', () => {
  test('say on one sheet where the code went, until when it is good by the zone’s clock, and how to go on', async () => {
    const paper = await drawActivationSteps(stepsByPage)
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toMatch(/Page size:\s+612 x 792 pts \(letter\)/)
    for (const words of [
      'Se registró en la oficina en línea de Gas del Norte.',
      'Enviamos un código a a••••••@example.com',
      'El código vale hasta el 22 de noviembre de 2026 a las 10:42',
      'abre la página oficina.gasdelnorte.example',
      'Si el código venció',
      'Este papel no lleva el código.',
      'Impreso el 21/11/2026 a las 10:43',
    ])
      expect(paper.words()).toContain(words)
    expect(paper.words()).not.toMatch(/https?:|undefined|null/u)
    expect(paper.codes(150)).toEqual([])
  })

  test('name no page where the utility has none, on the paper of its country', async () => {
    const paper = await drawActivationSteps(stepsByMail)
    expect(paper.sheets).toBe(1)
    expect(paper.info()).toContain('(A4)')
    expect(paper.words()).toContain('El código vale hasta el 21 de noviembre de 2026 a las 23:30')
    expect(paper.words()).not.toContain('página')
  })

  test('stay on one sheet whatever the utility calls its page and its company', async () => {
    const { sent, zone } = stepsByPage
    const long = { ...stepsByPage, sent: { ...sent, maskedEmail: `a${'•'.repeat(100)}@example.com`, page: `${'a'.repeat(100)}.example` } }
    const paper = await drawActivationSteps({ ...long, zone: { ...zone, company: 'Compañía de Gas y Agua del Norte y del Sur '.repeat(2) } })
    expect(paper.sheets).toBe(1)
    expect(paper.words()).toContain('Este papel no lleva el código.')
  })
})
