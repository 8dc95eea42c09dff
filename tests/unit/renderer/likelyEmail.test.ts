import { describe, expect, it } from 'vitest'
import { likelyEmail } from '../../../renderer/ui/typing/likelyEmail.ts'

describe('a slip in an address', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gmai.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.comm', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.com', 'hotmail.com'],
    ['hotmail.cmo', 'hotmail.com'],
    ['otmail.com', 'hotmail.com'],
    ['homtail.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['outloook.com', 'outlook.com'],
    ['yaho.com', 'yahoo.com'],
    ['yahoo.con', 'yahoo.com'],
    ['yaho.com.mx', 'yahoo.com.mx'],
    ['iclud.com', 'icloud.com'],
    ['prodigi.net.mx', 'prodigy.net.mx'],
    ['adinet.co.uy', 'adinet.com.uy'],
    ['adient.com.uy', 'adinet.com.uy'],
    ['motevideo.com.uy', 'montevideo.com.uy'],
  ])('%s: %s is asked about', (domain, meant) => {
    expect(likelyEmail(` Ana.Mendez@${domain} `)).toBe(`ana.mendez@${meant}`)
  })

  it.each(['', 'ana', '@gmial.com', 'ana@', 'ana mendez@gmial.com'])('is not looked for in what is no address: %j', (typed) => {
    expect(likelyEmail(typed)).toBeNull()
  })

  /** Of universities, governments, companies and providers, as they are. */
  it.each([
    ...[
      'uanl.edu.mx',
      'unam.mx',
      'comunidad.unam.mx',
      'ipn.mx',
      'itesm.mx',
      'tec.mx',
      'udem.edu',
      'uaq.mx',
      'uaslp.mx',
      'ugto.mx',
      'udg.mx',
      'uam.mx',
      'itam.mx',
    ],
    ...['ibero.mx', 'anahuac.mx', 'buap.mx', 'itnl.edu.mx', 'imss.gob.mx', 'sat.gob.mx', 'cfe.mx', 'cfe.gob.mx', 'pemex.com', 'nl.gob.mx', 'monterrey.gob.mx'],
    ...['queretaro.gob.mx', 'infonavit.org.mx', 'cemex.com', 'femsa.com', 'bimbo.com', 'banorte.com', 'telmex.com', 'liverpool.com.mx', 'axtel.com.mx'],
    ...[
      'ort.edu.uy',
      'fi365.ort.edu.uy',
      'udelar.edu.uy',
      'fing.edu.uy',
      'fcs.edu.uy',
      'um.edu.uy',
      'ucu.edu.uy',
      'utec.edu.uy',
      'ceibal.edu.uy',
      'ceip.edu.uy',
    ],
    ...['anep.edu.uy', 'mef.gub.uy', 'bps.gub.uy', 'ose.com.uy', 'ute.com.uy', 'antel.com.uy', 'ancap.com.uy', 'brou.com.uy', 'imm.gub.uy', 'asse.com.uy'],
    ...['netgate.com.uy', 'dedicado.net.uy', 'vera.com.uy', 'adinet.com.uy', 'montevideo.com.uy', 'hotmail.com.uy', 'prodigy.net.mx', 'live.com.mx', 'me.com'],
    ...[
      'msn.com',
      'mail.com',
      'ymail.com',
      'email.com',
      'gmx.com',
      'gmail.com',
      'gmail.mx',
      'hotmail.com',
      'hotmail.fr',
      'outlook.cl',
      'yahoo.com.ar',
      'yahoo.es',
    ],
  ])('is none: %s', (domain) => {
    expect(likelyEmail(`ana@${domain}`)).toBeNull()
  })
})
