import type es from '../es-MX/lookup.ts'
import type { Words } from '../words.ts'

const lookup: Words<typeof es> = {
  heading: 'Look up with my bill',
  lead: 'Type these data as they appear on your bill.',
  zone: 'Zone',
  account: 'Account number',
  accountHint: '1 to 8 digits. The one after the hyphen is not needed.',
  invoice: 'Invoice number',
  invoiceHint: '10 letters and digits, to the right of “No”.',
  where: 'Where do I find these data?',
  submit: 'Look up',
  searching: 'Looking up…',
  preparing: 'We are preparing the data',
  preparingDetail: 'Your search will run by itself as soon as they are ready. What you typed is not lost.',
  waitingForNetwork: 'There is no connection to the company yet. You can wait, without losing what you typed, or go to the counter.',
  privacy: 'Your data:',
  help: {
    heading: 'Where do I find these data?',
    lead: 'They are at the top of your bill.',
    accountName: 'Account number',
    accountText: 'Beside “Cuenta”. Leave out the grey digit after the hyphen… or type it: it makes no difference.',
    invoiceName: 'Invoice number',
    invoiceText: 'To the right of “No”, under “Control”. Ten letters and digits, with or without spaces.',
    zonesName: 'Zone',
    zonesText: 'The one of the city where you live.',
    bill: 'Drawing of a bill: the account is at the top left and the invoice number at the top right',
    billAccount: 'Cuenta',
    billControl: 'Control',
    billNumber: 'No',
    billTotal: 'Total a pagar',
    sample: 'SAMPLE',
  },
  wait: { seconds: '{n} second | {n} seconds', minutes: '{n} minute | {n} minutes' },
}

export default lookup
