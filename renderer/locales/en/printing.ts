import type es from '../es-MX/printing.ts'
import type { Words } from '../words.ts'

const printing: Words<typeof es> = {
  heading: 'Printing',
  loading: 'Finding your print…',
  papers: {
    duplicate: 'your duplicate',
    receipt: 'your receipt',
    statement: 'your statement',
    slip: 'your payment slip',
    cashTicket: 'your paper for the cash desk',
    turn: 'your number',
  },
  names: {
    duplicate: 'Invoice {name}',
    receipt: 'Receipt {name}',
    statement: 'Statement {name}',
    slip: 'Payment slip {name}',
    cashTicket: 'Payment at the cash desk {name}',
    turn: 'Number {name}',
  },
  sheets: '{what}, 1 sheet | {what}, {count} sheets',
  drawing: { title: 'We are preparing {paper}', text: 'It takes a few seconds.' },
  queued: { title: '{paper} is waiting its turn', text: 'It will come out when the printer finishes what is before it.' },
  sent: { title: '{paper} is coming out', text: { sheet: 'Take your sheet from the printer.', ticket: 'Take your ticket from the printer.' } },
  confirmed: {
    title: { sheet: 'Done. Take your sheet | Done. Take your {count} sheets', ticket: 'Done. Take your ticket', turn: 'Done. Your number is {name}' },
    text: {
      usual: 'If you need nothing else, touch Finish to close your visit.',
      cashTicket: 'Take it to the cash desk of this branch to pay. If you need nothing else, touch Finish.',
      turn: 'Take your ticket and wait until your number is called.',
    },
  },
  asks: {
    title: 'Did your print come out well?',
    text: {
      sheet: 'The printer did not confirm that it finished, and we do not know whether your sheet came out.',
      ticket: 'The printer did not confirm that it finished, and we do not know whether your ticket came out.',
    },
  },
  trouble: { title: { sheet: 'What happened to your sheet?', ticket: 'What happened to your ticket?' }, text: 'Tell us, so that it can be printed again.' },
  notOut: { title: 'We are sorry', text: 'It is noted. You can print another copy.' },
  noted: { title: 'Thank you for telling us', text: 'If you need another copy, ask at the counter.' },
  cancelled: { title: 'Printing was cancelled', text: 'You can print again whenever you like.' },
  failed: { title: 'It could not be printed' },
  out: { sheet: 'your sheet comes out by itself', ticket: 'your ticket comes out by itself' },
  waiting: {
    paper: { title: 'The printer is out of paper', text: 'Tell the counter. When it is refilled, {out}.' },
    jam: { title: 'A sheet is jammed in the printer', text: 'Tell the counter. When it is cleared, {out}.' },
    cover: { title: 'The printer is open', text: 'Tell the counter. When it is closed, {out}.' },
    toner: { title: 'The printer is out of toner', text: 'Tell the counter. When it is replaced, {out}.' },
    tray: { title: 'The printer misses a tray', text: 'Tell the counter. When it is put back, {out}.' },
    offline: { title: 'The printer does not answer', text: 'Tell the counter. If it comes back, {out}.' },
    paused: { title: 'The printer is paused', text: 'Tell the counter. When it is resumed, {out}.' },
    other: { title: 'The printer needs attention', text: 'Tell the counter. After that, {out}.' },
  },
  ticketPrinter: {
    paper: 'The ticket printer is out of paper',
    jam: 'Paper is jammed in the ticket printer',
    cover: 'The ticket printer is open',
    toner: 'The ticket printer needs attention',
    tray: 'The ticket printer needs attention',
    offline: 'The ticket printer does not answer',
    paused: 'The ticket printer is paused',
    other: 'The ticket printer needs attention',
  },
  notice: {
    offline: 'We cannot print for now. Try again in a moment, or ask for your sheet at the counter.',
    sheetToo: 'Try again in a moment, or print on a sheet.',
    attention: 'Tell the counter. You can ask for your print: it comes out when the printer is ready.',
    notPrinted: 'Not printed: {what}.',
  },
  yes: 'Yes, I have it',
  yesTicket: 'Yes, I have it',
  no: 'No',
  troubles: {
    sheet: { nothing: 'Nothing came out', incomplete: 'It is incomplete', illegible: 'It cannot be read', other: 'Something else' },
    ticket: { nothing: 'Nothing came out', incomplete: 'It is incomplete', illegible: 'It cannot be read', other: 'Something else' },
  },
  cancel: 'Cancel',
  retry: 'Try again',
  onSheet: 'Print on a sheet',
  takeTurn: 'Take a number',
  account: 'Go to my account',
  home: 'Go to the start',
}

export default printing
