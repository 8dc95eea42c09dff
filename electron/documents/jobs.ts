import type { DuplicateModel } from './duplicate/model.ts'
import type { DrawnPdf } from './pdf.ts'
import type { ReceiptModel } from './receipt/model.ts'

/** What the drawing thread is asked, and what it answers to each question. */
export interface DrawingJobs {
  duplicate: { question: DuplicateModel; answer: DrawnPdf }
  receipt: { question: ReceiptModel; answer: DrawnPdf }
  sheets: { question: Uint8Array; answer: number }
}

export type JobKind = keyof DrawingJobs

export type JobMessage = { [K in JobKind]: { id: number; kind: K; question: DrawingJobs[K]['question'] } }[JobKind]

/** The answer to the question of that id; the error is what was thrown. */
export type JobAnswer = { id: number; ok: true; answer: unknown } | { id: number; ok: false; error: Error }
