export default {
  states: { setAside: 'Pase con un funcionario' },
  form: { phoneHint: 'Con código de área. Puede dejarlo vacío.' },
  filed: {
    callNowUnknown: 'Si hay fuga o huele a gas, salga y llame al número de emergencias de su factura.',
    copyFolio: 'Anote su folio o sáquele una foto.',
  },
} as const
