import type es from '../es-MX/consumption.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'My consumption',
  loading: 'Finding your readings…',
  none: 'There are no readings in this account yet.',
  noneNote: 'They will appear here once your meter is read.',
  consumed: 'Your consumption',
  last: 'Last consumption, on {date}',
  before: 'In {month}',
  noneThen: 'No data',
  withEstimate: 'With an estimated reading',
  chart: 'Chart of your consumption by month: the last 12 months beside those of a year before. The table of readings says the same.',
  readings: 'Readings',
  reading: 'Reading',
  kind: 'Type',
  kinds: { actual: 'Actual', estimated: 'Estimated', customer: 'Yours' },
  filed: { stored: 'Folio {folio}, on its way', received: 'Folio {folio}, received by the company' },
} satisfies Words<typeof es>
