import { v5 as uuidOf } from 'uuid'
import { midnight, offsetAt } from '../../../shared/domain/midnight.ts'
import { writeXml, xml, type XmlElement } from '../xml.ts'
import { DELTA_DATA, FORWARD, measureCodes, NO_DAYLIGHT_SAVING, POWER_OF_TEN, qualities, serviceCodes } from './espi.ts'
import { type Interval, intervalsOf } from './intervals.ts'
import type { ConsumptionModel } from './consumptionModel.ts'
import { consumptionWords } from './consumptionWords.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const ESPI = 'http://naesb.org/espi'
/** Under which the ids of our entries are made: the same thing has the same id in every file. */
const NAMESPACE = '3f0a8f1e-6c53-4c0e-9a55-7d5e3e6f2b10'

/** What was consumed as Green Button "Download My Data": an Atom feed of ESPI resources. */
export function greenButton(model: ConsumptionModel, createdAt: number): Uint8Array<ArrayBuffer> {
  const updated = new Date(createdAt).toISOString().replace(/\.\d+Z$/, 'Z')
  const customer = customerOf(model)
  const point = pointOf(model)
  const intervals = intervalsOf(model.readings, model.timeZone)
  const entry = entryWriter(model, updated)
  return writeXml(
    xml(
      'feed',
      [
        xml('id', urnOf(model, 'feed')),
        xml('title', consumptionWords(model.locale).title),
        xml('updated', updated),
        xml('author', [xml('name', model.company)]),
        link('self', customer),
        entry(point, `${customer}/UsagePoint`, [`${point}/MeterReading`, 'LocalTimeParameters/1'], usagePoint(model)),
        entry('LocalTimeParameters/1', 'LocalTimeParameters', [], localTime(model, createdAt)),
        // A meter reading without intervals is not valid: of an account that has none the file tells the point alone.
        ...(intervals.length > 0 ? measured(model, intervals, entry) : []),
      ],
      { xmlns: ATOM },
    ),
  )
}

const customerOf = (model: ConsumptionModel): string => `RetailCustomer/${idOf(model, 'customer')}`
const pointOf = (model: ConsumptionModel): string => `${customerOf(model)}/UsagePoint/1`

/** The meter reading, what it measures, and its intervals. */
function measured(model: ConsumptionModel, intervals: Interval[], entry: EntryWriter): XmlElement[] {
  const collection = `${pointOf(model)}/MeterReading`
  const blocks = `${collection}/1/IntervalBlock`
  return [
    entry(`${collection}/1`, collection, [blocks, 'ReadingType/1'], resource('MeterReading', [])),
    entry('ReadingType/1', 'ReadingType', [], readingType(model, intervals)),
    entry(`${blocks}/1`, blocks, [], intervalBlock(intervals)),
  ]
}

const idOf = ({ accountId }: ConsumptionModel, path: string): string => uuidOf(`${accountId} ${path}`, NAMESPACE)
const urnOf = (model: ConsumptionModel, path: string): string => `urn:uuid:${idOf(model, path)}`
const link = (rel: string, href: string): XmlElement => xml('link', [], { rel, href })
const resource = (name: string, content: XmlElement[]): XmlElement => xml(name, content, { xmlns: ESPI })

type EntryWriter = (self: string, up: string, related: string[], content: XmlElement) => XmlElement

const entryWriter =
  (model: ConsumptionModel, updated: string): EntryWriter =>
  (self, up, related, content) =>
    xml('entry', [
      xml('id', urnOf(model, self.replace(/^RetailCustomer\/[^/]+\//, ''))),
      link('self', self),
      link('up', up),
      ...related.map((href) => link('related', href)),
      xml('title', content.name),
      xml('content', [content]),
      xml('published', updated),
      xml('updated', updated),
    ])

const usagePoint = ({ service }: ConsumptionModel): XmlElement =>
  resource('UsagePoint', [xml('ServiceCategory', [xml('kind', serviceCodes[service].serviceKind)])])

/** The offset of the newest reading's day; a reader that shows local days needs no more, for every start is exact. */
function localTime({ readings, timeZone }: ConsumptionModel, createdAt: number): XmlElement {
  const newest = readings.at(-1)
  const offset = offsetAt(newest ? midnight(newest.takenOn, timeZone) : createdAt, timeZone)
  return resource('LocalTimeParameters', [
    xml('dstEndRule', NO_DAYLIGHT_SAVING),
    xml('dstOffset', 0),
    xml('dstStartRule', NO_DAYLIGHT_SAVING),
    xml('tzOffset', offset / 1000),
  ])
}

/** In the order of the schema, which is alphabetical. */
function readingType({ service, unit }: ConsumptionModel, intervals: readonly Interval[]): XmlElement {
  const { commodity } = serviceCodes[service]
  const { kind, uom } = measureCodes(unit)
  return resource('ReadingType', [
    xml('accumulationBehaviour', DELTA_DATA),
    xml('commodity', commodity),
    xml('defaultQuality', qualities.actual),
    xml('flowDirection', FORWARD),
    xml('intervalLength', usualLength(intervals)),
    xml('kind', kind),
    xml('powerOfTenMultiplier', POWER_OF_TEN),
    xml('uom', uom),
  ])
}

/** The median: bills are read a day earlier or later, and each interval says its own. */
function usualLength(intervals: readonly Interval[]): number {
  const lengths = intervals.map(({ duration }) => duration).sort((one, other) => one - other)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}

function intervalBlock(intervals: Interval[]): XmlElement {
  const start = Math.min(...intervals.map((interval) => interval.start))
  const end = Math.max(...intervals.map((interval) => interval.start + interval.duration))
  return resource('IntervalBlock', [period('interval', { start, duration: end - start }), ...intervals.map(intervalReading)])
}

const intervalReading = ({ start, duration, consumption, kind }: Interval): XmlElement =>
  xml('IntervalReading', [
    ...(kind === 'actual' ? [] : [xml('ReadingQuality', [xml('quality', qualities[kind])])]),
    period('timePeriod', { start, duration }),
    xml('value', Math.round(consumption / 10 ** POWER_OF_TEN)),
  ])

const period = (name: string, { start, duration }: Pick<Interval, 'start' | 'duration'>): XmlElement =>
  xml(name, [xml('duration', duration), xml('start', start)])
