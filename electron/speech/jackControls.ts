/** A line of `amixer contents` that begins a control, with its name. */
const CONTROL = /^numid=\d+,.*name='(.*)'/u
const VALUES = /^\s*: values=(.*)$/u
/** A *phantom* jack is one that tells nothing: it is on for ever. */
const isHeadphoneJack = (name: string): boolean => /headphones?\b.*\bjack/iu.test(name) && !/phantom/iu.test(name)

/** What the listing of a sound card says of its headphones: plugged in or not; null where it has no such control. */
export function headphonesIn(listing: string): boolean | null {
  let found: boolean | null = null
  let isAboutJack = false
  for (const line of listing.split('\n')) {
    const name = CONTROL.exec(line)?.[1]
    if (name !== undefined) isAboutJack = isHeadphoneJack(name)
    const values = isAboutJack ? VALUES.exec(line)?.[1] : undefined
    if (values !== undefined) found = found === true || values.split(',').includes('on')
  }
  return found
}
