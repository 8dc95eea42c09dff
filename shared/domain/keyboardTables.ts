/** What each key writes, alone and with Shift, row by row. The same position is the same key in every layout. */
const layouts = {
  us: ["`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"|ZXCVBNM<>?'],
  spanish: ["º1234567890'¡qwertyuiop`+çasdfghjklñ´<zxcvbnm,.-", 'ª!"·$%&/()=?¿QWERTYUIOP^*ÇASDFGHJKLÑ¨>ZXCVBNM;:_'],
  latinAmerican: ["|1234567890'¿qwertyuiop´+}asdfghjklñ{<zxcvbnm,.-", '°!"#$%&/()=?¡QWERTYUIOP¨*]ASDFGHJKLÑ[>ZXCVBNM;:_'],
} as const

export type KeyLayout = keyof typeof layouts
export const keyLayouts = Object.keys(layouts) as readonly KeyLayout[]

/** For each pair of layouts: from the character that arrived to the one that the scanner meant. */
const tables = keyLayouts.flatMap((system) => keyLayouts.filter((scanner) => scanner !== system).map((scanner) => tableOf(system, scanner)))

function tableOf(system: KeyLayout, scanner: KeyLayout): ReadonlyMap<string, string> {
  const meant = [...layouts[scanner].join('')]
  const pairs = [...layouts[system].join('')].map((typed, place) => [typed, meant[place] ?? typed] as const)
  // A character on two keys counts as the first of them.
  return new Map(pairs.reverse())
}

/** What arrives when the scanner is set to one layout and the system to another. */
export function typedUnder(text: string, { scanner, system }: Record<'scanner' | 'system', KeyLayout>): string {
  const table = tableOf(scanner, system)
  return Array.from(text, (character) => table.get(character) ?? character).join('')
}

/**
 * Every text that the scanner may have meant: as it came, then as it would be if scanner and system had any two of the known layouts. Letters,
 * digits, comma and full stop are on the same keys in all of them; the signs between are not.
 */
export function possibleTexts(typed: string): string[] {
  const characters = Array.from(typed)
  const others = tables.map((table) => characters.map((character) => table.get(character) ?? character).join(''))
  return [...new Set([typed, ...others])]
}
