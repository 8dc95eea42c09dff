import { chromium, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { startDrawing } from '../../electron/documents/drawing.ts'
import { duplicateModel } from '../../electron/documents/duplicate/duplicateModel.ts'
import { createLog } from '../../electron/log/log.ts'
import { mexicanSource } from '../fixtures/documents/documentSamples.ts'
import { findDebianTool } from '../fixtures/tools.ts'
import { drawByHand } from './duplicateByHand.ts'
import { htmlBody, htmlHead } from './duplicateHtml.ts'
import { judged, median, milliseconds, printRows, startedAlone, type BenchRow } from './row.ts'

const WARM_UPS = 25
const ROUNDS = 40

const font = (weight: string): string => fileURLToPath(new URL(`../../resources/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`, import.meta.url))
const fonts = { regular: font('Regular'), bold: font('Bold') }
const model = duplicateModel(mexicanSource)

/** Three ways to the same page, one after another in each round, so that whatever else the machine does falls on all of them. */
export async function benchDuplicate(): Promise<BenchRow[]> {
  const drawing = startDrawing({ log: createLog() })
  const browser = await chromium.launch({ executablePath: findDebianTool('chromium', 'chromium'), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.setContent(htmlHead(fonts))
    const ways = [() => drawing.drawDuplicate(model), () => drawByHand(model, fonts), () => printByChromium(page)]
    const [ours, byHand, byChromium] = (await measure(ways)) as [number, number, number]
    return [
      row('Duplicate of an invoice, against drawing by hand', ours, byHand, 'pdfkit by hand', 1.5),
      row('Duplicate of an invoice, against Chromium', ours, byChromium, "Chromium's print-to-PDF", 1),
    ]
  } finally {
    await browser.close()
    await drawing.close()
  }
}

async function printByChromium(page: Page): Promise<Buffer> {
  await page.evaluate((body) => void (document.body.innerHTML = body), htmlBody(model))
  return page.pdf({ preferCSSPageSize: true, printBackground: true })
}

/** The median of each way, warm. */
async function measure(ways: (() => Promise<unknown>)[]): Promise<number[]> {
  const samples: number[][] = ways.map(() => [])
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    for (const [index, way] of ways.entries()) {
      const start = performance.now()
      await way()
      if (round >= WARM_UPS) samples[index]?.push(performance.now() - start)
    }
  }
  return samples.map(median)
}

function row(work: string, ours: number, theirs: number, how: string, limit: number): BenchRow {
  return judged({ work, measured: milliseconds(ours), baseline: `${milliseconds(theirs)}, ${how}`, ratio: ours / theirs, budget: `≤ ${limit}` })
}

if (startedAlone(import.meta.url)) printRows(await benchDuplicate())
