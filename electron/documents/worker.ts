import { parentPort } from 'node:worker_threads'
import { duplicateDefinition } from './duplicate/draw.ts'
import type { JobAnswer, JobMessage } from './jobs.ts'
import { sampleModel } from './duplicate/sample.ts'
import { drawPdf } from './pdf.ts'
import { receiptDefinition } from './receipt/draw.ts'
import { countSheets } from './sheets.ts'

/** The drawing thread: one job after another, so that a second never slows the first. */
const port = parentPort
if (!port) throw new Error('the drawing thread is started by drawing.ts')

const WARM_UPS = 3

let last = warmUp()
port.on('message', (message: JobMessage) => {
  last = last.then(async () => port.postMessage(await answerTo(message)))
})

async function answerTo(message: JobMessage): Promise<JobAnswer> {
  try {
    return { id: message.id, ok: true, answer: await perform(message) }
  } catch (error) {
    return { id: message.id, ok: false, error: error instanceof Error ? error : new Error('not an error object') }
  }
}

async function perform(message: JobMessage): Promise<unknown> {
  switch (message.kind) {
    case 'duplicate':
      return drawPdf(duplicateDefinition(message.question))
    case 'receipt':
      return drawPdf(receiptDefinition(message.question))
    case 'sheets':
      return countSheets(message.question)
  }
}

/** Fonts parsed and code compiled before the first customer waits for them. */
async function warmUp(): Promise<void> {
  for (let round = 0; round < WARM_UPS; round++) await drawPdf(duplicateDefinition(sampleModel))
}
