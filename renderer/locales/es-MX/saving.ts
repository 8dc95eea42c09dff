export default {
  save: { pdf: 'Guardar PDF', xlsx: 'Guardar Excel', csv: 'Guardar CSV', xml: 'Guardar Green Button' },
  where: '¿Dónde lo guardamos?',
  place: { usb: 'Memoria {name}', folder: 'Carpeta {name}' },
  saving: 'Guardando…',
  leaveIn: 'No retire su memoria.',
  saved: { usb: 'Guardado en la memoria {place}.', folder: 'Guardado en la carpeta {place}.' },
  fetch: 'Pida su archivo en el mostrador.',
  takeOut: 'Puede retirar su memoria.',
} as const
