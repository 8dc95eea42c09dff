interface PhoneWords {
  heading: string
  download: string
  /** That the address stops working. */
  soon: string
  taken: string
  gone: string
}

const es: PhoneWords = {
  heading: 'Su documento',
  download: 'Descargar',
  soon: 'Descárguelo ahora: esta dirección deja de servir en unos minutos o cuando termine en el equipo.',
  taken: 'Este documento ya se abrió en otro teléfono. Si no fue usted, cierre el código en el equipo y avise en el mostrador.',
  gone: 'Esta dirección no sirve. Pida otro código en el equipo.',
}
const en: PhoneWords = {
  heading: 'Your document',
  download: 'Download',
  soon: 'Download it now: this address stops working in a few minutes, or when you finish at the kiosk.',
  taken: 'This document was already opened on another phone. If it was not you, close the code at the kiosk and tell the counter.',
  gone: 'This address does not work. Ask for another code at the kiosk.',
}
const pt: PhoneWords = {
  heading: 'Seu documento',
  download: 'Baixar',
  soon: 'Baixe agora: este endereço deixa de funcionar em alguns minutos ou quando terminar no equipamento.',
  taken: 'Este documento já foi aberto em outro telefone. Se não foi o seu, feche o código no equipamento e avise no balcão.',
  gone: 'Este endereço não funciona. Peça outro código no equipamento.',
}

/** By the first two letters of the language; Spanish for one that is not known. */
export function phoneWords(language: string): { lang: string; words: PhoneWords } {
  const all: Record<string, PhoneWords> = { es, en, pt }
  const lang = Object.hasOwn(all, language.slice(0, 2)) ? language.slice(0, 2) : 'es'
  return { lang, words: all[lang] ?? es }
}
