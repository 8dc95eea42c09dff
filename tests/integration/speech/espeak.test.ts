import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { findEspeak } from '../../../electron/speech/espeak.ts'
import type { Voice } from '../../../electron/speech/voice.ts'
import { keptLog } from '../../fixtures/speech/keptLog.ts'
import { speechPrograms } from '../../fixtures/speech/speechPrograms.ts'

const PATH = process.env.PATH
afterEach(() => {
  process.env.PATH = PATH
})

async function found(): Promise<Voice> {
  const voice = await findEspeak({ clock: systemClock, log: keptLog().log })
  if (!voice) throw new Error('espeak-ng is not here')
  return voice
}

interface Sound {
  seconds: number
  /** Of 32,768. */
  loudness: number
}

async function heard(voice: Voice, text: string, language: string, speed = 180): Promise<Sound> {
  const said = await voice.say(text, { language, speed })
  if (!said.ok) throw new Error(said.problem.code)
  const rate = said.value.readUInt32LE(24)
  const length = said.value.readUInt32LE(40)
  expect(length).toBe(said.value.length - 44)
  const samples = new Int16Array(said.value.buffer.slice(said.value.byteOffset + 44, said.value.byteOffset + 44 + length))
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  return { seconds: samples.length / rate, loudness: Math.sqrt(square) }
}

describe('espeak-ng', () => {
  it.each([
    ['es-MX', 'Bienvenido.', 'Bienvenido. ¿En qué le ayudamos? Su total adeudado es de 1284 pesos con 50 centavos.'],
    ['es-UY', 'Bienvenido.', 'Bienvenido. ¿En qué le ayudamos? Su total adeudado es de 1284 pesos con 50 centésimos.'],
    ['en', 'Welcome.', 'Welcome. How can we help you? You owe 1284 pesos and 50 cents.'],
    ['pt', 'Boas-vindas.', 'Boas-vindas. Como podemos ajudar? O total é de 1284 pesos e 50 centavos.'],
  ])('in %s makes sound, longer for a longer text and shorter when it speaks faster', async (language, short, long) => {
    const voice = await found()
    const sounds = { short: await heard(voice, short, language), long: await heard(voice, long, language), fast: await heard(voice, long, language, 300) }
    for (const { loudness } of Object.values(sounds)) expect(loudness).toBeGreaterThan(500)
    expect(sounds.short.seconds).toBeGreaterThan(0.4)
    expect(sounds.long.seconds).toBeGreaterThan(2 * sounds.short.seconds)
    expect(sounds.fast.seconds).toBeLessThan(0.8 * sounds.long.seconds)
  })

  it('speaks each language with its own voice', async () => {
    const voice = await found()
    const text = 'Total 1284'
    const lengths = new Set<number>()
    for (const language of ['es-MX', 'en', 'pt']) lengths.add((await heard(voice, text, language)).seconds)
    expect(lengths.size).toBe(3)
  })
})

describe('the voice', () => {
  const manner = { language: 'es-MX', speed: 180 }

  it('is given its text on standard input, and no command line holds it', async () => {
    const programs = speechPrograms()
    process.env.PATH = programs.path
    const voice = await found()
    await voice.say('Ana Méndez; $(rm -rf /) --help [[a]]\nDE 4043', manner)
    const [said] = programs.said()
    expect(said).toEqual({ args: '-v es-419 -s 180 -b 1 --stdin --stdout', voice: 'es-419', speed: 180, text: 'Ana Méndez; $(rm -rf /) --help [ [a]] DE 4043' })
  })

  it('says the latest of several texts, one at a time', async () => {
    const programs = speechPrograms()
    process.env.PATH = programs.path
    const voice = await found()
    const answers = await Promise.all(['uno', 'dos', 'tres', 'cuatro'].map((text) => voice.say(text, manner)))
    expect(answers.map((answer) => (answer.ok ? 'said' : answer.problem.code))).toEqual(['voice-busy', 'voice-busy', 'voice-busy', 'said'])
    expect(programs.said().map(({ text }) => text)).not.toContain('dos')
  })

  it('that hangs gives way to the next text', async () => {
    const programs = speechPrograms()
    process.env.PATH = programs.path
    const voice = await found()
    programs.behave('voice', 'hangs')
    const first = voice.say('uno', manner)
    programs.mend('voice')
    expect(await voice.say('dos', manner)).toMatchObject({ ok: true })
    expect(await first).toMatchObject({ ok: false, problem: { code: 'voice-busy' } })
  })

  it.each(['dies', 'nonsense', 'hangs'] as const)('that %s is a problem with words, and the log does not say what was to be said', async (how) => {
    const programs = speechPrograms()
    process.env.PATH = programs.path
    const { log, lines } = keptLog()
    const voice = await findEspeak({ clock: systemClock, log })
    programs.behave('voice', how)
    expect(await voice?.say('Ana Méndez', manner)).toEqual({ ok: false, problem: { code: 'voice-unavailable' } })
    expect(lines()).toContain('voice failed')
    expect(lines()).not.toContain('Ana')
    programs.mend('voice')
    expect(await voice?.say('Ana Méndez', manner)).toMatchObject({ ok: true })
  })

  it('is none where the program is not installed', async () => {
    process.env.PATH = '/nowhere'
    const { log, lines } = keptLog()
    expect(await findEspeak({ clock: systemClock, log })).toBeNull()
    expect(lines()).toContain('spoken guidance is not offered')
  })
})
