/** Beyond it no utility bills, measures or counts, and a few thousand of them no longer add up exactly: ten thousand million pesos. */
const LARGEST = 1e12
/** Makes energy of a volume: some ten at most. */
const LARGEST_FACTOR = 1e6

/** Whether a figure can be shown, printed and added up with others. */
export const isPlausible = (field: string, value: number): boolean => Math.abs(value) <= (field === 'conversionFactor' ? LARGEST_FACTOR : LARGEST)

/** What a thing can be without; without any other figure it says something else. */
export const canBeWithout = (entity: string, field: string): boolean =>
  ['conversionFactor', 'quantity', 'unitPrice'].includes(field) || (entity === 'reading' && field === 'consumption')
