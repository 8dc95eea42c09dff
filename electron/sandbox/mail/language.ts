/** The languages that the sample utility writes in. */
export type MailLocale = 'es-MX' | 'es-UY' | 'en' | 'pt'

/**
 * The language of a request, else the zone's own. Spanish is that of the zone, whatever country the request names.
 * @param accepted an `Accept-Language` header
 */
export function mailLocale(accepted: string | undefined, zoneLocale: string): MailLocale {
  const spanish = zoneLocale === 'es-UY' ? 'es-UY' : 'es-MX'
  const wanted = (accepted ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase())
  const first = wanted.find((language) => language === 'es' || language === 'en' || language === 'pt')
  return first === 'en' || first === 'pt' ? first : spanish
}
