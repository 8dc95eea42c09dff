import { describe, expect, it } from 'vitest'
import { jobFrom } from '../../../electron/printing/ipp/job.ts'
import { stateFrom } from '../../../electron/printing/ipp/printerState.ts'
import { meanings, needsIn, stillIn } from '../../../electron/printing/ipp/reasons.ts'

const IDLE = 3
const PROCESSING = 4
const STOPPED = 5
const job = (state: number, ...reasons: string[]) =>
  jobFrom(
    {
      status: 0,
      attributes: new Map<string, (string | number)[]>([
        ['job-state', [state]],
        ['job-state-reasons', reasons],
        ['job-name', ['ours']],
      ]),
    },
    'ours',
  )

const keywords = (...kinds: string[]) => [...meanings].filter(([, { is }]) => kinds.includes(is)).map(([keyword]) => keyword)

it('keeps what a printer warns of, most pressing first, for a job that stands still', () => {
  expect(stateFrom(PROCESSING, ['toner-empty-warning', 'media-empty-warning', 'cover-open-report'])).toEqual({ state: 'busy', attention: [], warned: 'paper' })
  expect(stateFrom(PROCESSING, ['media-low-warning']).warned).toBeUndefined()
})

it('is our job under its name cut short or under none, and another under another', () => {
  const named = (...name: string[]) =>
    jobFrom(
      {
        status: 0,
        attributes: new Map<string, (string | number)[]>([
          ['job-state', [9]],
          ['job-name', name],
        ]),
      },
      'Ventanilla 0190f3a1',
    )
  for (const name of ['Ventanilla 0190f3a1', 'Ventanilla 01', 'Ventanilla 0190f3a1\0', '']) expect(named(name)).toBe('completed')
  for (const name of ['Ventanilla 0190f3a2', 'Other']) expect(named(name)).toBe('forgotten')
})

describe('S47 a printer that prints', () => {
  it.each([...keywords('need', 'soon'), 'com.acme-thing'])('and warns or reports of %s asks for nothing', (keyword) => {
    for (const severity of ['warning', 'report']) {
      expect(stateFrom(PROCESSING, [`${keyword}-${severity}`])).toMatchObject({ state: 'busy', attention: [] })
      expect(stateFrom(IDLE, ['none', `${keyword}-${severity}`])).toMatchObject({ state: 'ready', attention: [] })
    }
  })

  it.each(keywords('soon'))('and says %s without a severity asks for nothing, but for an error', (keyword) => {
    expect(stateFrom(PROCESSING, [keyword]).attention).toEqual([])
    expect(stateFrom(PROCESSING, [`${keyword}-error`]).attention).toHaveLength(1)
  })

  it.each(keywords('need'))('and says %s, or calls it an error, asks for somebody', (keyword) => {
    for (const reason of [keyword, `${keyword}-error`]) expect(needsIn([reason])).toHaveLength(1)
  })

  it('warns beside an error: only the error is told, the most pressing first', () => {
    expect(needsIn(['media-empty-warning', 'toner-empty-error'])).toEqual(['toner'])
    expect(needsIn(['media-needed-error', 'cover-open', 'media-jam-error', 'media-empty'])).toEqual(['jam', 'cover', 'paper'])
  })

  it.each([
    [['media-empty'], ['paper']],
    [['door-open-error'], ['cover']],
    [['marker-supply-empty-error'], ['toner']],
    [['input-tray-missing'], ['tray']],
    [['moving-to-paused'], ['paused']],
    [['shutdown'], ['offline']],
    [['timed-out-error'], ['offline']],
    [['spool-area-full'], ['other']],
    [['other'], ['other']],
    [['com.acme-thing'], ['other']],
    [['com.acme-thing-error', 'none'], ['other']],
    [['none'], []],
    [['stopped-partly'], []],
    [['cups-waiting-for-job-completed'], []],
    [[], []],
  ])('%j asks for %j', (reasons, attention) => {
    expect(needsIn(reasons)).toEqual(attention)
  })

  it('that has stopped needs somebody, whatever it says, and is not said to lack what it only warns of', () => {
    expect(stateFrom(STOPPED, []).attention).toEqual(['other'])
    expect(stateFrom(STOPPED, ['media-empty-warning']).attention).toEqual(['other'])
    expect(stateFrom(STOPPED, ['media-empty-warning', 'cover-open-error']).attention).toEqual(['cover'])
  })
})

describe('S46 how a job ended', () => {
  it.each([...keywords('failed'), 'job-completed-with-errors', 'com.acme-document-corrupt', 'com.acme-job-failed', 'com.acme-thing-error'])(
    'completed with %s is not believed, alone or among others',
    (reason) => {
      expect(job(9, reason)).toBe('aborted')
      expect(job(9, 'job-completed-successfully', reason)).toBe('aborted')
    },
  )

  it.each([
    'com.acme-pdf-parse-failed',
    'job-failed-no-media',
    'job-aborted-no-space',
    'document-format-error-no-fonts',
    'com.acme-document-corrupt-no-eof',
    'com.acme-job-error-0-of-3-pages',
    'com.acme-job-skipped-disabled',
    'com.acme-out-of-memory',
    'com.acme-decode-error-3',
    'com.acme.PdfRenderFailure',
    'acme_page_unprintable',
    'com.acme-raster-aborted',
    'com.acme-pdf-corrupt',
    'com.acme-pages-missing',
    'com.acme-format-not-supported',
    'com.acme-could-not-render',
    'com.acme-completed-with-errors',
    'com.acme-pdf-out-of-memory',
    'document-not-recognized',
    'com.acme-job-timed-out',
    'com.acme-job-timeout',
    'com.acme-job-killed',
    'job-partially-printed',
    'com.acme-not-all-pages-printed',
    'com.acme-nothing-printed',
    'com.acme-0-pages',
    'com.acme-quota-exceeded',
    'document-too-large',
    'com.acme-wrong-format',
    'com.acme-no-paper',
    'resources-are-not-ready',
    'interpreter-memory-exhausted',
    'interpreter-resource-unavailable',
    'destination-uri-failed',
    'cups-filter-crashed',
    'media-jam-error',
  ])('completed with %s is not believed either, whoever says it', (reason) => {
    expect(job(9, reason)).toBe('aborted')
    expect(job(9, 'none', 'job-completed-successfully', reason)).toBe('aborted')
  })

  it.each([
    'com.acme-completed-without-errors',
    'com.acme-no-error',
    'com.acme-printed-3-out-of-3',
    'com.acme-timeout-disabled',
    'com.acme-no-output-bin-selected',
    'error-none',
    'com.acme-error-count-0',
    'com.acme-job-error-none-report',
    'com.acme-job-errors-0-warning',
    'com.acme-job-error-ok-report',
    'com.acme-document-errors-none-found',
    'com.acme-job-errors-0-of-3',
    'com.acme-errorCode-none',
    'com.acme-error-recovered',
    'com.acme-staple-failed-warning',
    'com.acme-failover-enabled',
    'com.acme-pages-2',
    'cups-ipp-conformance-failure-report',
    'media-empty',
    'printer-stopped',
  ])('completed with %s is completed', (reason) => {
    expect(job(9, reason)).toBe('completed')
  })

  it.each(keywords('fine', 'soon', 'still'))('completed with %s is completed', (reason) => {
    expect(job(9, reason)).toBe('completed')
  })

  it.each([
    [9, ['job-completed-successfully'], 'completed'],
    [9, ['job-completed-with-warnings', 'com.acme-duplex'], 'completed'],
    [9, [], 'completed'],
    [8, ['aborted-by-system'], 'aborted'],
    [8, ['document-format-error'], 'aborted'],
    [8, ['aborted-by-system', 'unsupported-document-format'], 'unprinted'],
    [8, ['document-password-error'], 'unprinted'],
    [7, ['job-canceled-at-device'], 'canceled'],
    [7, ['job-canceled-by-user', 'processing-to-stop-point'], 'canceled'],
    [7, ['document-format-error'], 'aborted'],
    [7, ['aborted-by-system'], 'aborted'],
    [6, ['printer-stopped'], 'stopped'],
    [5, ['job-printing'], 'processing'],
    [5, ['job-printing', 'com.acme-colour'], 'processing'],
    [5, ['connecting-to-destination'], 'connecting'],
    [5, ['resources-are-not-ready'], 'stopped'],
    [5, ['com.acme-pdf-parse-failed'], 'processing'],
    [8, ['com.acme-pdf-parse-failed'], 'aborted'],
    [5, ['queued-in-device'], 'pending'],
    [4, ['job-hold-until-specified'], 'pending'],
    [3, ['none'], 'pending'],
    [77, [], 'unreachable'],
  ])('state %i with %j is %s', (state, reasons, expected) => {
    expect(job(state, ...reasons)).toBe(expected)
  })

  it('is forgotten when the printer knows no such job, or another under its number', () => {
    expect(jobFrom({ status: 0x0406, attributes: new Map() }, 'ours')).toBe('forgotten')
    expect(
      jobFrom(
        {
          status: 0,
          attributes: new Map<string, (string | number)[]>([
            ['job-state', [9]],
            ['job-name', ['theirs']],
          ]),
        },
        'ours',
      ),
    ).toBe('forgotten')
  })
})

describe('S48 a job that stands and asks for nothing', () => {
  it.each(keywords('still'))('%s says that it stands', (reason) => {
    expect(stillIn(['none', reason])).not.toBeNull()
    expect(stillIn([`${reason}-report`])).not.toBeNull()
  })

  it('a printer that is not reached from its spooler does not answer', () => {
    expect(stateFrom(PROCESSING, ['connecting-to-device'])).toEqual({ state: 'busy', attention: [], still: 'offline' })
  })
})
