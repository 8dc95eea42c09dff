import { beforeEach, expect, test, vi } from 'vitest'
import PreviewDialog from '../../../renderer/areas/preview/PreviewDialog.vue'
import { usePreview } from '../../../renderer/stores/preview.ts'
import { duplicateOf } from '../../../renderer/stores/printing.ts'
import type { Preview } from '../../../shared/contract/preview.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { Overrides } from '../../fakes/fakeKiosk.ts'
import { sampleAnswers } from '../../fakes/kioskSamples.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { show } from './support.ts'

const printable = duplicateOf({ id: 'i1', number: 'DE 4043 2503' })
const dialog = (): HTMLElement => document.querySelector('dialog')!
const words = (): string => dialog().textContent?.replace(/\s+/g, ' ') ?? ''
const button = (name: string): HTMLButtonElement => [...dialog().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)!

/** Everything is in view, as on a screen that is large enough; happy-dom lays nothing out. */
class SeesAll {
  readonly report: IntersectionObserverCallback
  constructor(report: IntersectionObserverCallback) {
    this.report = report
  }
  observe(): void {
    this.report([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver)
  }
  disconnect(): void {
    // Nothing is observed.
  }
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', SeesAll)
})

async function open(overrides: Overrides = {}) {
  const shown = await show(PreviewDialog, { overrides })
  shown.session.account = { accountId: 'a1', invoiceId: 'i1' }
  const preview = usePreview()
  const opened = preview.open(printable)
  await eventually(() => expect(words()).toContain('Vista previa: DE 4043 2503'))
  return { ...shown, preview, opened }
}

test('says that it is being prepared, then shows every page with its text beside it', async () => {
  let answer = (): void => undefined
  const later = new Promise<Result<Preview>>((resolve) => {
    answer = () => resolve(success(sampleAnswers['preview.open']))
  })
  await open({ 'preview.open': () => later })
  expect(words()).toContain('Estamos preparando la vista previa…')
  answer()
  await eventually(() => expect(dialog().querySelectorAll('img')).toHaveLength(2))
  const pictures = [...dialog().querySelectorAll('img')]
  expect(pictures.map(({ alt }) => alt)).toEqual(['DE 4043 2503, hoja 1 de 2', 'DE 4043 2503, hoja 2 de 2'])
  expect(pictures[0]?.src).toMatch(/^data:image\/png;base64,iVBOR/)
  expect([...dialog().querySelectorAll('[aria-label="Lo que dice la hoja 1"] p')].map(({ textContent }) => textContent)).toEqual(['Total a pagar', '$1,284.50'])
  expect(words()).toContain('Hoja 1 de 2')
})

test('prints while the preview is still being prepared, and leaves it', async () => {
  const { router, bridge, preview } = await open({ 'preview.open': () => new Promise(() => undefined) })
  button('Imprimir').click()
  await eventually(() => expect(router.currentRoute.value.fullPath).toBe('/imprimir/j1'))
  expect(bridge.called).toContainEqual({ channel: 'printing.print', request: { document: printable.document } })
  expect(preview.shown).toBeNull()
})

test('says why there is none, and tries again', async () => {
  const { bridge } = await open({ 'preview.open': failure({ code: 'document-failed' }) })
  await eventually(() => expect(dialog().querySelector('[role=alert]')).not.toBeNull())
  bridge.answer('preview.open', sampleAnswers['preview.open'])
  button('Reintentar').click()
  await eventually(() => expect(dialog().querySelectorAll('img')).toHaveLength(2))
})

test('is enlarged and reduced in steps, with an end at either side', async () => {
  const { opened } = await open()
  await opened
  await eventually(() => expect(button('Reducir').disabled).toBe(true))
  for (const percent of [150, 200, 300]) {
    button('Ampliar').click()
    await eventually(() => expect(dialog().querySelector('[role=status].spoken')?.textContent).toBe(`Tamaño: ${percent} %`))
  }
  expect(button('Ampliar').disabled).toBe(true)
  button('Reducir').click()
  await eventually(() => expect(words()).toContain('Tamaño: 200 %'))
})

test('keeps the pictures of a few pages, however many there are', async () => {
  const pages = Array.from({ length: 300 }, () => ({ width: 612, height: 792 }))
  const { preview, opened } = await open({ 'preview.open': { previewId: 'p1', pages } })
  await opened
  await eventually(() => expect(preview.pictures.has(299)).toBe(true))
  expect(preview.pictures.size).toBe(12)
})

test('asks for a page once, and again only to have it sharper', async () => {
  const { bridge, preview, opened } = await open()
  await opened
  await Promise.all([preview.draw(1, 400), preview.draw(1, 400), preview.draw(1, 300)])
  await preview.draw(1, 400)
  await preview.draw(1, 800)
  const widths = bridge.called.filter(({ channel }) => channel === 'preview.page').map(({ request }) => request as { page: number; width: number })
  expect(
    widths
      .filter(({ page }) => page === 1)
      .map(({ width }) => width)
      .filter((width) => width !== 200),
  ).toEqual([400, 800])
})

test('S13 the preview is gone with the visitor, and lets no late answer in', async () => {
  const { bridge, preview, opened } = await open()
  await opened
  await eventually(() => expect(preview.pictures.size).toBe(2))
  const late = preview.draw(0, 1_000)
  bridge.emit('session.ended', { reason: 'idle' })
  await late
  expect([preview.shown, preview.preview, preview.pictures.size]).toEqual([null, null, 0])
  await eventually(() => expect(document.querySelector('img')).toBeNull())
})
