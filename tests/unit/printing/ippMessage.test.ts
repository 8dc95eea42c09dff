import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobFrom } from '../../../electron/printing/ipp/job.ts'
import { decodeAnswer } from '../../../electron/printing/ipp/message.ts'
import { encodeRequest } from '../../../electron/printing/ipp/request.ts'
import { submissionFrom } from '../../../electron/printing/ipp/status.ts'
import { encode } from '../../fixtures/printing/badPrinter.ts'

const JOB_GROUP: [number, string, Buffer] = [0x02, '', Buffer.alloc(0)]

describe('an IPP answer', () => {
  it('is read with its values, several under one name', () => {
    const bytes = encode(7, 0x0001, [
      JOB_GROUP,
      [0x21, 'job-id', Buffer.from([0, 0, 1, 2])],
      [0x44, 'job-state-reasons', Buffer.from('job-printing')],
      [0x44, '', Buffer.from('job-queued')],
      [0x36, 'job-name', Buffer.from('\0\u0002es\0\u0005Nómi', 'utf8')],
      [0x13, 'time-at-completed', Buffer.alloc(0)],
      [0x22, 'printer-is-accepting-jobs', Buffer.from([1])],
    ])
    const answer = decodeAnswer(bytes, 7)
    expect(answer?.status).toBe(1)
    expect(Object.fromEntries(answer?.attributes ?? [])).toEqual({
      'job-id': [258],
      'job-state-reasons': ['job-printing', 'job-queued'],
      'job-name': ['Nómi'],
      'time-at-completed': [],
      'printer-is-accepting-jobs': [true],
    })
  })

  it('to another request is not an answer', () => {
    const bytes = encode(7, 0, [])
    expect(decodeAnswer(bytes, 7)).not.toBeNull()
    expect(decodeAnswer(bytes, 8)).toBeNull()
  })

  it('that is cut anywhere is not an answer', () => {
    const whole = encode(1, 0, [JOB_GROUP, [0x21, 'job-id', Buffer.from([0, 0, 0, 1])]])
    for (let length = 0; length < whole.length; length += 1) expect(decodeAnswer(whole.subarray(0, length), 1)).toBeNull()
  })

  it('of random bytes ends, and never throws', () => {
    const header = fc.constantFrom(Buffer.from([1, 1, 0, 0, 0, 0, 0, 1]))
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 300 }), (head, rest) => {
        const answer = decodeAnswer(Buffer.concat([head, rest]), 1)
        if (answer) jobFrom(answer, 'title')
      }),
      { numRuns: 2000 },
    )
  })
})

it('a request carries the paper, one side, and the document as it is', () => {
  const document = Uint8Array.from([0, 255, 3, 37, 80])
  const bytes = encodeRequest({
    operation: 'Print-Job',
    id: 9,
    printerUri: 'ipp://printer/ipp/print',
    operationAttributes: { 'job-name': 'Ventanilla 1', 'document-format': 'application/pdf' },
    jobAttributes: { media: 'iso_a4_210x297mm', sides: 'one-sided' },
    document,
  })
  expect(bytes.subarray(-document.length)).toEqual(Buffer.from(document))
  // The header of a request has the shape of an answer's, with the operation where the status stands.
  const read = decodeAnswer(bytes.subarray(0, -document.length), 9)
  expect(read?.status).toBe(0x0002)
  expect(Object.fromEntries(read?.attributes ?? [])).toMatchObject({
    'printer-uri': ['ipp://printer/ipp/print'],
    'job-name': ['Ventanilla 1'],
    media: ['iso_a4_210x297mm'],
    sides: ['one-sided'],
  })
})

const answerOf = (status: number, values: Record<string, (string | number)[]>) => ({
  status,
  attributes: new Map(Object.entries(values)),
})

it.each([
  [0x0000, 'accepted'],
  [0x0001, 'accepted'],
  [0x0507, 'busy'],
  [0x040a, 'refused'],
  [0x0506, 'refused'],
  [0x0500, 'unclear'],
  [0x0504, 'unclear'],
  [0x0508, 'unclear'],
])('an answer of status %i to a document is %s', (status, outcome) => {
  expect(submissionFrom(answerOf(status, { 'job-id': [1] }), 'ours').outcome).toBe(outcome)
})

it('a request is made of the very bytes of RFC 8010', () => {
  const bytes = encodeRequest({
    operation: 'Get-Job-Attributes',
    id: 258,
    printerUri: 'ipp://p',
    operationAttributes: { 'requested-attributes': ['job-id', 'job-state'], 'job-id': 70_000 },
  })
  const field = (text: string): string => String.fromCharCode(0, text.length) + text
  const text =
    '\u0001\u0001\u0000\u0009\u0000\u0000\u0001\u0002\u0001' +
    `G${field('attributes-charset')}${field('utf-8')}H${field('attributes-natural-language')}${field('en')}E${field('printer-uri')}${field('ipp://p')}` +
    `!${field('job-id')}${field('\u0000\u0001\u0011\u0070')}B${field('requesting-user-name')}${field('ventanilla')}` +
    `D${field('requested-attributes')}${field('job-id')}D${field('')}${field('job-state')}\u0003`
  expect(bytes.toString('latin1')).toBe(text)
})

it('an address that is not ASCII has its length in bytes', () => {
  const printerUri = 'ipp://impresión/ipp/print'
  const bytes = encodeRequest({ operation: 'Cancel-Job', id: 1, printerUri, operationAttributes: { 'job-id': 1 } })
  expect(decodeAnswer(bytes, 1)?.attributes.get('printer-uri')).toEqual([printerUri])
})

it('making a request warns of nothing that Node will take away', () => {
  const from = new URL('../../../electron/printing/ipp/request.ts', import.meta.url).href
  const script = `import { encodeRequest } from ${JSON.stringify(from)}
    encodeRequest({ operation: 'Print-Job', id: 1, printerUri: 'ipp://p', operationAttributes: { 'job-name': 'a' }, document: new Uint8Array(9) })`
  const flags = ['--pending-deprecation', '--throw-deprecation', '--input-type=module', '--eval', script]
  expect(() => execFileSync(process.execPath, flags, { stdio: 'pipe' })).not.toThrow()
})
