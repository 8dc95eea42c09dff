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
  other: {
    empty: 'This is missing.',
    'too-long': 'It is too long.',
    'too-short': 'It is too short.',
    'not-digits': 'Use digits only.',
    'bad-characters': 'There is a character that does not belong here.',
    'unknown-zone': 'Choose a zone from the list.',
    pattern: 'It does not have the expected form.',
  },
}

export default fields
