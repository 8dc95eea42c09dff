import type es from '../es-MX/lookup.ts'
import type { Words } from '../words.ts'

export default {
  lead: 'Type these data as they appear on your bill. Without a bill, go to the counter.',
  /** Where a scanner is. */
  leadScanner: 'Hold the bars of your bill to the scanner, or type these data. Without a bill, go to the counter.',
  scan: {
    read: 'We have read your bill.',
    readNumber: 'We have read a number.',
    missing: 'Still needed: {label}.',
    checkZone: 'Check that the zone is yours.',
    checkZoneAndSend: 'Check that the zone is yours and touch Look up.',
    noMatch: {
      what: 'We did not find an invoice with that code.',
      next: 'A very new one can take a day to appear. Try another code of your bill, or type the two numbers.',
    },
    preparing: { what: 'We are preparing the data.', next: 'Scan the code again in a few minutes.' },
    behind: { what: 'Another window is open.', next: 'Nothing has changed. Close this notice and the other window, and scan the code again.' },
    notHere: {
      what: 'Codes are not read here.',
      next: 'Nothing has changed. To look up another bill, close this notice, touch Home and scan the code.',
      nextOpen: 'Nothing has changed. To look up another bill, close this notice, go back to My account and scan the code.',
    },
  },
  zone: 'Zone',
  account: 'Account number',
  accountHint: '1 to 8 digits. The one after the hyphen is not needed.',
  invoice: 'Invoice number',
  invoiceHint: '10 letters and digits, to the right of “No”.',
  where: 'Where do I find these data?',
  submit: 'Look up',
  swap: 'Swap the numbers',
  lookalikes: 'Some letters look like digits: {pairs}.',
  looksLike: '{letter} and {digit}',
  meant: 'Did you mean {number}?',
  noBill: 'No bill at hand? Go to the counter: they will find your account there.',
  searching: 'Looking up…',
  preparingDetail: 'Your search will run by itself as soon as they are ready. What you typed is not lost.',
  waitingForNetwork: 'There is no connection to the company yet. You can wait, without losing what you typed, or go to the counter.',
  privacy: 'Your data:',
  help: {
    heading: 'Where do I find these data?',
    whose: 'Choose whose bill you have',
    places: {
      besideCuenta: 'Beside “Cuenta”, at the top left. Leave out the grey digit after the hyphen… or type it: it makes no difference.',
      underControl: 'To the right of “No”, under “Control”. Ten letters and digits, with or without spaces.',
      topLeft: 'At the top left.',
      topRight: 'At the top right.',
      underAccount: 'Below the first number.',
      underDate: 'Below the date of issue.',
    },
    zonesName: 'Zone',
    zonesText: 'The one of the city where you live.',
    bill: 'Drawing of a bill of {company}. 1: {account} {accountNumber}. {accountPlace} 2: {invoice} {invoiceNumber}. {invoicePlace}',
    sample: 'SAMPLE',
  },
  wait: { seconds: '{n} second | {n} seconds', minutes: '{n} minute | {n} minutes' },
} satisfies Words<typeof es>
