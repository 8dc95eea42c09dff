export default {
  jobs: { kinds: { slip: 'Talón de pago' } },
} as const
