export default {
  place: { usb: 'Pendrive {name}' },
  leaveIn: 'No retire su pendrive.',
  takeOut: 'Puede retirar su pendrive.',
} as const
