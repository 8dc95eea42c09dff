import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from '../../../electron/log/log.ts'
import { createSearchOfShift } from '../../../electron/search/searchOfShift.ts'
import { createSearchService } from '../../../electron/services/search.ts'
import { aHit } from '../../fakes/assistSamples.ts'
import { must, problemOf } from '../../fixtures/printing/printingUnderTest.ts'

function setUp(find: (text: string, recent: readonly string[]) => ReturnType<typeof aHit>[] = () => [aHit()]) {
  const lines: string[] = []
  const log = createLog(new Writable({ write: (chunk: Buffer, _, done) => (lines.push(chunk.toString()), done()) }))
  const link = { isReady: true, asked: [] as unknown[] }
  const searching = {
    find: async (text: string, recent: readonly string[]) => {
      link.asked.push([text, recent])
      return find(text, recent)
    },
  }
  const service = createSearchService({ searching, recent: { list: () => ['a-7'] }, isReady: () => link.isReady, log })
  return { link, lines, find: (text: string) => service['search.find']({ text }) }
}

it('finds customers, with those who were served of late in mind', async () => {
  const { link, find } = setUp()
  expect(must(await find('mendez ana'))).toEqual({ hits: [aHit()] })
  expect(link.asked).toEqual([['mendez ana', ['a-7']]])
})

it('says that the data are being prepared, and asks nobody', async () => {
  const { link, find } = setUp()
  link.isReady = false
  expect([problemOf(await find('x')), link.asked]).toEqual(['preparing-data', []])
})

it('says that the search failed, without a word of what was typed in the log, and asks anew the next time', async () => {
  let dies = true
  const { lines, find } = setUp(() => {
    if (dies) throw new Error('the search thread ended: Ana Méndez')
    return []
  })
  expect(problemOf(await find('ana mendez'))).toBe('search-failed')
  expect(lines.join('')).toContain('search failed')
  expect(lines.join('')).not.toMatch(/ana|mendez|méndez/iu)
  dies = false
  expect(must(await find('ana mendez'))).toEqual({ hits: [] })
})

it('starts its thread with a clerk and once, ends it when they leave, and starts another for the next', async () => {
  const events: string[] = []
  let started = 0
  const shift = createSearchOfShift(() => {
    const name = `${(started += 1)}`
    events.push(`start ${name}`)
    return {
      find: async (text) => (events.push(`find ${name} ${text}`), []),
      close: async () => void events.push(`close ${name}`),
    }
  })
  expect(events).toEqual([])
  shift.begin()
  shift.begin()
  await shift.find('ana', [])
  await shift.end()
  await shift.end()
  shift.begin()
  expect(events).toEqual(['start 1', 'find 1 ana', 'close 1', 'start 2'])
})
