/** In Spanish, Portuguese and English; accents and capitals do not count. Decision 35. */
const NAMES = /\bconsumo (?:muy |muito |demasiado )?(?:elevado|alto|excesivo|excessivo)\b|\b(?:elevado|alto|excesivo|excessivo) consumo\b|\bhigh consumption\b/u

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Whether a topic is about a consumption that seems too high: where the utility says so by its form, else where its name does. */
export const isHighConsumption = ({ name, form }: { name: string; form?: string | undefined }): boolean =>
  form === undefined ? NAMES.test(plain(name)) : form === 'highConsumption'
