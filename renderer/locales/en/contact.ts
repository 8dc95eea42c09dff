import type es from '../es-MX/contact.ts'
import type { Words } from '../words.ts'

export default {
  heading: 'Contact',
  headingOf: 'Contact: {topic}',
  linkNote: 'Write to the company',
  lead: 'What would you like to tell us? You need not register.',
  forms: {
    query: { name: 'Question', note: 'If you want to know something' },
    highConsumption: { name: 'High consumption', note: 'If you are charged more than you expect' },
    suggestion: { name: 'Suggestion', note: 'If something could be done better' },
    opinion: { name: 'Opinion', note: 'How we have served you' },
  },
  name: 'Name',
  nameHint: 'Given names and family names.',
  accountNumber: 'Account number',
  accountNumberHint: 'Optional. It is on your bill.',
  text: 'Description',
  textHint: 'Write it in your own words.',
  reach: 'How shall we answer you?',
} satisfies Words<typeof es>
