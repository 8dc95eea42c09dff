import type es from '../es-MX/app.ts'
import type { Words } from '../words.ts'

export default {
  name: 'Ventanilla',
  language: 'Language',
  sampleData: 'Sample data',
  online: 'Online',
  offline: 'Offline',
  dataAsOf: 'Data as of {when}',
  back: 'Back',
  home: 'Home',
  moreBelow: 'More below',
  foot: { accessibility: 'Accessi\u00adbility', privacy: 'Privacy', emergencies: 'Emergen\u00adcies', finish: 'Finish' },
  navigation: 'Navigation',
  help: 'Help and language',
  accessibility: {
    name: 'Accessibility',
    lead: 'Choose what helps you. When you finish, the screen goes back to normal.',
    letters: 'Text size',
    size: { normal: 'Normal text', large: 'Large text', largest: 'Largest text' },
    contrast: 'Higher contrast',
    slower: 'More time to read',
    lower: 'Controls lower down',
    on: 'On',
    off: 'Off',
  },
  emergencies: {
    name: 'Emergencies',
    heading: 'Emergencies',
    gas: {
      name: 'Gas',
      lead: 'Get out, switch nothing on, call from outside.',
      leave: { name: 'Get out', detail: 'Leave with everyone and keep the doors open.' },
      touchNothing: { name: 'Switch nothing on', detail: 'No lights, no matches, no electrical appliances.' },
      callOutside: { name: 'Call from outside', detail: 'Dial once you are far from the leak.' },
    },
    water: {
      name: 'Water',
      lead: 'If there is a leak or a burst pipe, close the stopcock and call.',
      close: { name: 'Close the stopcock', detail: 'If the leak is at your home. It is usually beside the meter.' },
      turbid: { name: 'Do not drink cloudy water', detail: 'Do not cook with it either if it is cloudy or smells bad.' },
      call: { name: 'Call', detail: 'If the pipe has burst in the street, say which street and in front of which number.' },
    },
    other: {
      name: 'Other services',
      lead: 'Call, and say what is happening and where you are.',
      gas: { name: 'If you smell gas', detail: 'Get out, switch nothing on, call from outside.' },
      water: { name: 'If there is a water leak', detail: 'Close the stopcock and call.' },
    },
    number: 'Emergencies in {zone}',
    otherZones: 'In other zones',
    otherServices: 'Other emergencies',
    noNumber: 'The emergency number is printed on your bill.',
  },
  privacy: {
    name: 'Privacy notice',
    preparing: 'We are fetching the notice. Please try again in a moment.',
    offline: 'The notice comes with the first connection. Until then, ask for it at the counter.',
    version: 'Version {version}',
  },
  idle: {
    heading: 'Are you still there?',
    lead: 'For your safety, we will clear your data from this screen in {n} second. | For your safety, we will clear your data from this screen in {n} seconds.',
  },
  disconnected: {
    heading: 'One moment, please',
    lead: 'This screen lost contact with the machine. We are trying again.',
  },
  anotherTab: {
    heading: 'The counter is already open',
    lead: 'It is open in another window of this machine. Please continue there.',
  },
  notSetUp: {
    heading: 'This counter is not ready yet',
    lead: 'It has not been told which company it serves. Please tell the branch staff.',
  },
  safe: {
    heading: 'Something went wrong',
    lead: 'It has been noted with the number {incident}. Your data was cleared from the screen.',
    leadUnnumbered: 'Your data was cleared from the screen.',
    again: 'Start again',
  },
} satisfies Words<typeof es>
