/** Documents that only people have: nobody is asked for a company's identity card. */
const ONLY_PEOPLE = new Set(['ci', 'ine', 'curp', 'pasaporte'])

/** What the contract names, where a zone's data do not say which documents there are. */
const byCurrency: Record<string, readonly string[]> = { MXN: ['INE', 'CURP', 'RFC', 'pasaporte'], UYU: ['CI', 'RUT', 'pasaporte'] }
const everyKnown = ['INE', 'CURP', 'RFC', 'CI', 'RUT', 'pasaporte']

const ofCompanies = (types: readonly string[]): string[] => types.filter((type) => !ONLY_PEOPLE.has(type.toLowerCase()))

export interface HolderDocuments {
  person: string[]
  company: string[]
}

/** By which documents a new holder can be told in a zone, as the utility writes them. */
export function holderDocuments({ documentTypes = [], currency }: { documentTypes?: readonly string[]; currency: string }): HolderDocuments {
  const named = [...new Set(documentTypes.map((type) => type.trim()).filter(Boolean))]
  const person = named.length > 0 ? named : [...(byCurrency[currency] ?? everyKnown)]
  // A zone may name the documents of people alone, and a company has its tax number all the same.
  const company = [person, byCurrency[currency] ?? []].map(ofCompanies).find((types) => types.length > 0)
  return { person, company: company ?? person }
}

const CURP_LETTERS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'

const sumOf = (values: readonly number[], weights: readonly number[]): number => weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0)
const digitsOf = (text: string): number[] => [...text].map(Number)

interface NumberRule {
  form: RegExp
  /** Of a company, where it has another form. */
  companyForm?: RegExp
  /** The last digit, where it follows from what stands before it. */
  of?: (number: string) => number
}

const numberRules: Record<string, NumberRule> = {
  rfc: { form: /^[A-ZÑ&]{4}\d{6}[A-Z0-9]{3}$/u, companyForm: /^[A-ZÑ&]{3}\d{6}[A-Z0-9]{3}$/u },
  ci: { form: /^\d{7,8}$/u, of: (number) => (10 - (sumOf(digitsOf(number.padStart(8, '0')), [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 },
  rut: { form: /^\d{12}$/u, of: (number) => (11 - (sumOf(digitsOf(number), [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 },
  curp: {
    form: /^[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]\d$/u,
    of: (number) => {
      const values = [...number].map((letter) => CURP_LETTERS.indexOf(letter))
      const weights = Array.from({ length: 17 }, (_, place) => 18 - place)
      return (10 - (sumOf(values, weights) % 10)) % 10
    },
  },
}

/**
 * Whether the number of a document looks mistyped: it has not the form of its kind, or its last digit does not follow from the others. To be looked at
 * once more, never refused: registers know exceptions.
 */
export function isDoubtful(type: string, number: string, kind: 'person' | 'company' = 'person'): boolean {
  const rule = numberRules[type.trim().toLowerCase()]
  const plain = number.toUpperCase().replace(/[\s./-]/gu, '')
  if (!rule || plain === '') return false
  const form = (kind === 'company' && rule.companyForm) || rule.form
  return !form.test(plain) || (rule.of !== undefined && rule.of(plain) !== Number(plain.at(-1)))
}
