import type es from '../es-MX/problems.ts'
import type { Words } from '../words.ts'

export default {
  'bad-request': { what: 'We could not understand that request.', next: 'Go back to the start and try again.' },
  'not-allowed': { what: 'Your account is no longer open.', next: 'Look it up again with the data of your bill.' },
  'not-found': { what: 'We did not find what you were looking for.', next: 'Go back one screen and try again.' },
  'account-withdrawn': { what: 'This account is no longer among the company’s data.', next: 'Please ask at the counter.' },
  internal: { what: 'Something went wrong on our side.', next: 'Try again. If it happens again, show the staff this number: {incident}.' },
  disconnected: { what: 'This screen lost contact with the machine.', next: 'Wait a moment: we are trying again.' },
  'invalid-fields': { what: 'Something needs correcting.', next: 'See what is said beside each field.' },
  'no-match': {
    what: 'We did not find an invoice with those data.',
    next: 'Compare them with your bill. A very new invoice can take a day to appear. Without a bill, go to the counter.',
  },
  'numbers-swapped': { what: 'The two numbers seem to stand in each other’s place.', next: 'Swap them and look up again.' },
  'wrong-check-digit': {
    what: 'The digit after the hyphen does not belong to the number before it.',
    next: 'Check the number on your bill, or leave out the hyphen.',
  },
  throttled: { what: 'There were several attempts without success.', next: 'You can try again in {wait}. Meanwhile, compare your data with the bill.' },
  'unknown-code': {
    what: 'We do not know that code.',
    next: 'Hold the bars or the QR code of your bill or receipt to the scanner, or type the data.',
  },
  'ambiguous-code': { what: 'That code is of more than one invoice.', next: 'Type the two numbers of your bill.' },
  'contract-limit': { what: 'You have as many contracts open as a visit can hold.', next: 'To see the one of this bill, touch Finish and start again.' },
  'preparing-data': { what: 'We are preparing the data.', next: 'The search will run by itself as soon as they are ready.' },
  'not-set-up': { what: 'This counter is not ready yet.', next: 'Please tell the branch staff.' },
  'cannot-store': {
    what: 'This machine cannot save anything right now.',
    next: 'Nothing was filed or printed. Try again in a moment, or go to the counter: they will help you there.',
  },
  'not-enrolled': { what: 'This kiosk cannot give folios yet.', next: 'Please file your request at the counter.' },
  'other-machine': { what: 'This kiosk is being checked and cannot give folios.', next: 'Please file your request at the counter.' },
  'folios-exhausted': { what: 'This kiosk has no folios left for the moment. Nothing was filed.', next: 'Go to the counter, or try again here later.' },
  'message-limit': { what: 'No more messages can be written here for now.', next: 'Go to the counter, or try again later at this kiosk.' },
  'notice-changed': {
    what: 'The privacy notice changed while you were typing. Nothing was sent yet.',
    next: 'Read the new notice and touch Send again. What you typed is not lost.',
  },
  'consent-changed': {
    what: 'The text to accept, or the address that the company has, has changed meanwhile. Nothing was sent yet.',
    next: 'Check what it says now and touch Send again.',
  },
  'no-such-folio': {
    what: 'We did not find that folio at this kiosk.',
    next: 'Compare it with your receipt. One from today and another branch may take a while to appear here; the counter can look it up.',
  },
  'out-of-service': { what: 'This kiosk is out of service.', next: 'Please go to the counter.' },
  'printer-offline': { what: 'The printer does not answer.', next: 'You can try again, or ask for your sheet at the counter.' },
  'printer-attention': { what: 'The printer needs attention.', next: 'Please tell the branch staff.' },
  'printer-refused': { what: 'The printer did not accept the document.', next: 'Ask for it at the counter.' },
  'job-finished': { what: 'That print has already finished.', next: 'Take your sheet from the printer.' },
  'sheet-limit-visit': { what: 'You have reached the limit of sheets per visit.', next: 'If you need more, ask at the counter.' },
  'sheet-limit-account': { what: 'This account has reached the limit of sheets for today.', next: 'If you need more, ask at the counter.' },
  'document-failed': { what: 'We could not prepare the document.', next: 'Try again. If it happens again, ask at the counter.' },
  'no-place-to-save': { what: 'There is nowhere to save the document.', next: 'Print it, or ask for help at the counter.' },
  'save-failed': { what: 'We could not save the document.', next: 'Try again, or print it.' },
  'save-limit-visit': { what: 'You have reached the limit of files per visit.', next: 'If you need more, ask at the counter.' },
  'place-full': { what: 'There is no room left where you wanted to save it.', next: 'Use another USB stick, or print the document.' },
  'voice-unavailable': {
    what: 'The voice does not work on this machine just now.',
    next: 'You can go on with the screen and the keys, or ask for help at the counter.',
  },
  'voice-busy': { what: 'The voice is busy.', next: 'Wait a moment and touch Repeat.' },
  'phone-unavailable': { what: 'This kiosk cannot pass documents to a phone just now.', next: 'Print it, save it to a stick, or ask for help at the counter.' },
  'nothing-owed': { what: 'Nothing is owed on that invoice any more.', next: 'Go back to your account to see how it stands.' },
  'outdated-invoice': {
    what: 'The company has changed this invoice and this kiosk cannot read the change yet.',
    next: 'Ask at the counter how much you owe and how to pay it.',
  },
  'utility-offline': {
    what: 'Without a connection you cannot pay online.',
    next: 'You can print the slip and pay at the bank, or try again when the connection is back.',
  },
  'bank-unknown': { what: 'That bank no longer takes online payments.', next: 'Choose another bank, or print the slip.' },
  'already-paid': {
    what: 'We have already received an online payment of this invoice.',
    next: 'It may take a while to show under My payments. Do not pay it again; if in doubt, ask at the counter.',
  },
  'payment-not-opened': { what: 'We could not open the payment. Nothing was charged.', next: 'Try again in a moment, or print the slip.' },
  'payment-refused': {
    what: 'The company did not accept this payment. Nothing was charged.',
    next: '{reason} You can pay another way, or ask at the counter.',
  },
  'amount-differs': {
    what: 'The company asks for another amount than this screen shows. Nothing was charged.',
    next: 'Your account may be changing: try again in a few minutes, or ask at the counter what you owe.',
  },
  'payment-unusable': { what: 'We cannot show the page of that bank. Nothing was charged.', next: 'Choose another bank, or print the slip.' },
} satisfies Words<typeof es>
