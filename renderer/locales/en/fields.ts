import type es from '../es-MX/fields.ts'
import type { Words } from '../words.ts'

const fields: Words<typeof es> = {
  accountNumber: {
    empty: 'Type your account number.',
    'too-long': 'Too many digits: the account has at most 8, without the one after the hyphen.',
    'too-short': 'Some digits are missing. Check your bill.',
    'not-digits': 'The account has digits only.',
    'bad-characters': 'The account has digits only.',
    pattern: 'That is not what an account of this zone looks like. Check your bill and the zone.',
  },
  invoiceNumber: {
    empty: 'Type the number of your invoice.',
    'too-long': 'Too many letters or digits: the invoice has 10.',
    'too-short': 'Some letters or digits are missing: the invoice has 10.',
    'not-digits': 'Use digits only.',
    'bad-characters': 'The invoice has letters and digits only.',
    pattern: 'That is not what an invoice of this zone looks like. Check your bill and the zone.',
  },
  zoneId: { empty: 'Choose your zone.', 'unknown-zone': 'Choose a zone from the list.' },
  topicId: { empty: 'Choose a topic.', 'unknown-topic': 'That topic is no longer in the list. Choose another one.' },
  text: { empty: 'Tell us what happened.', 'too-long': 'It is too long. Take out some words.' },
  invoiceId: { empty: 'Choose the invoice you mean.', 'unknown-invoice': 'That invoice is no longer in your account. Choose another one.' },
  reading: { empty: 'Type your reading.', 'not-a-number': 'Type only the digits that your meter shows.' },
  email: { 'not-an-email': 'Check the e-mail: something is missing, for example the at sign or what comes after it.' },
  phone: { 'not-a-phone': 'Check the phone number: 7 to 15 digits.' },
  folio: {
    empty: 'Type your folio.',
    'not-a-folio': 'That does not look like a folio. Copy all of it from your receipt, for example K07-20261121-00428.',
    'folio-check': 'Check the digits: one of them does not match your receipt.',
  },
  to: { 'date-order': 'It is before the first date. Change one of the two.' },
  other: {
    empty: 'This is missing.',
    'too-long': 'It is too long.',
    'too-short': 'It is too short.',
    'not-digits': 'Use digits only.',
    'bad-characters': 'There is a character that does not belong here.',
    'unknown-zone': 'Choose a zone from the list.',
    pattern: 'It does not have the expected form.',
    'unknown-topic': 'Choose a topic from the list.',
    'unknown-invoice': 'Choose an invoice from the list.',
    'not-a-number': 'Use digits only.',
    'not-an-email': 'It does not look like an e-mail address. Check it.',
    'not-a-phone': 'It does not look like a phone number. Check it.',
    'not-a-folio': 'It does not look like a folio. Copy it from your receipt.',
    'folio-check': 'Check the digits.',
    'date-order': 'Check the dates: the first is after the last.',
    'not-a-date': 'Check the date: day, month and year.',
  },
}

export default fields
