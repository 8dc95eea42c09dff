import type es from '../es-MX/guide.ts'
import type { Words } from '../words.ts'

export default {
  more: 'More to look up',
  questions: {
    heading: 'Frequent questions',
    linkNote: 'Find an answer',
    lead: 'Touch a question to read its answer.',
    search: 'Search',
    hint: 'One or two words, for example: reading.',
    loading: 'Finding the questions…',
    answering: 'Finding the answer…',
    found: 'We found {count} question | We found {count} questions',
    all: 'See all questions',
    none: { name: 'We did not find “{search}”', detail: 'Try another word, or ask at the counter.' },
    empty: { name: 'The company has published no questions', detail: 'Ask at the counter.' },
  },
  places: {
    heading: 'Where to pay',
    linkNote: 'Places and hours',
    offices: 'In person',
    noOffices: 'The company has published no places in this zone. You can pay at the cash desk of this branch.',
    noHours: 'Hours not published',
    banks: 'With your payment slip',
    banksNote: {
      print: 'Print it here: look up your account and touch Pay.',
      notNow: 'It cannot be printed here for now. Ask for it at the counter.',
    },
    loading: 'Finding places to pay…',
    none: { name: 'No places are published in this zone', detail: 'You can pay at the cash desk of this branch.' },
  },
} satisfies Words<typeof es>
