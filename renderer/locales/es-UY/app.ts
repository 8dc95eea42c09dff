export default {
  emergencies: { touchNothingDetail: 'Ni luces, ni fósforos, ni aparatos eléctricos.' },
} as const
