/** `uno, dos y tres`, in the language of the page. */
export const listIn = (locale: string, terms: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(terms)
