export default {
  place: { usb: 'Pendrive {name}' },
  leaveIn: 'No retire su pendrive.',
  saved: { usb: 'Guardado en el pendrive {place}.' },
  takeOut: 'Puede retirar su pendrive.',
} as const
