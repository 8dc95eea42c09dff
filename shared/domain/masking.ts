const DOT = '•'

/** `Ana Méndez Prieto` → `A•• M••••• P•••••`: enough to recognise oneself, not to learn a name. Lengths are kept up to six. */
export function maskName(name: string): string {
  return words(name).map(maskWord).join(' ')
}

/** `ana.mendez@correo.mx` → `a••••••@correo.mx`: enough to recognise one's own. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? maskWord(email) : maskWord(email.slice(0, at)) + email.slice(at)
}

/** `81 8340 0012` → `•• •••• ••12`: the last two figures alone, and nothing of what is written beside the number. */
export function maskPhone(phone: string): string {
  const figures = phone.replace(/\D/g, '').length
  let hidden = figures > 4 ? figures - 2 : figures
  return phone.replace(/\d|\p{L}/gu, (sign) => (/\d/.test(sign) && (hidden -= 1) < 0 ? sign : DOT))
}

/** `SUGR850312AB1` → `••••••B1`: the last two signs alone, and none of a document that has four or fewer. Dots are at most six. */
export function maskDocument(number: string): string {
  const signs = number.match(/[\p{L}\p{N}]/gu) ?? []
  const shown = signs.length > 4 ? signs.slice(-2) : []
  return DOT.repeat(Math.min(signs.length - shown.length, 6)) + shown.join('')
}

/** Street and neighbourhood masked, numbers and nothing else of them kept: `Calle 12 Poniente` → `C•••• 12 P•••••`. */
export function maskAddress(address: string): string {
  return words(address)
    .map((word) => (/^\d/.test(word) ? word : maskWord(word)))
    .join(' ')
}

/** Without what cannot be seen: the sign that turns the direction of writing would stand for the word that it begins. */
const words = (text: string): string[] =>
  text
    .replace(/\p{Cf}/gu, '')
    .split(/[\s\p{Cc}]+/u)
    .filter(Boolean)

function maskWord(word: string): string {
  const [first = '', ...rest] = [...word]
  const ending = /[,;.]$/u.test(word) ? (rest.pop() ?? '') : ''
  return first + DOT.repeat(Math.min(rest.length, 6)) + ending
}
