export default {
  emergencies: {
    touchNothingDetail: 'Ni luces, ni fósforos, ni aparatos eléctricos.',
    noNumber: 'El número de emergencias está impreso en su factura.',
  },
} as const
