import { expect, it } from 'vitest'
import { createSpeechService } from '../../../electron/services/speech.ts'
import { headphonesIn } from '../../../electron/speech/jackControls.ts'
import type { Voice } from '../../../electron/speech/voice.ts'
import { success } from '../../../shared/result.ts'
import { fakeClock } from '../../fakes/clock.ts'

const asked = { text: 'Bienvenido', language: 'es-MX', speed: 180 }

function service() {
  const clock = fakeClock()
  const said: string[] = []
  let stops = 0
  const voice: Voice = {
    say: (text) => {
      said.push(text)
      return Promise.resolve(success(Buffer.from('RIFF')))
    },
    stop: () => (stops += 1),
  }
  return { clock, said, stops: () => stops, ...createSpeechService({ voice, clock }) }
}

it('answers the sound of a text', async () => {
  const { handlers, said } = service()
  expect(await handlers['speech.say'](asked)).toEqual({ ok: true, value: { wav: Buffer.from('RIFF').toString('base64') } })
  expect(said).toEqual(['Bienvenido'])
})

it('starts no more than ten processes a second for a page that asks without end', async () => {
  const { handlers, said, clock } = service()
  const askOften = async (): Promise<string[]> => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => handlers['speech.say'](asked)))
    return answers.map((answer) => (answer.ok ? 'said' : answer.problem.code))
  }
  expect(new Set(await askOften())).toEqual(new Set(['said', 'voice-busy']))
  const inTheBeginning = said.length
  expect(inTheBeginning).toBeLessThan(50)
  clock.advance(1_000)
  await askOften()
  expect(said.length - inTheBeginning).toBe(10)
})

it('says that there is none where the machine has no voice', async () => {
  const { handlers } = createSpeechService({ voice: null, clock: fakeClock() })
  expect(await handlers['speech.say'](asked)).toEqual({ ok: false, problem: { code: 'voice-unavailable' } })
})

it('gives up what is being said when the visit ends', () => {
  const { endSession, stops } = service()
  endSession()
  expect(stops()).toBe(1)
})

const control = (name: string, values: string): string => `numid=1,iface=CARD,name='${name}'\n  ; type=BOOLEAN,access=r-------,values=1\n  : values=${values}\n`

it.each([
  ['the jack of a laptop', control('Headphone Jack', 'on'), true],
  ['one with nothing in it', control('Front Headphone Jack', 'off'), false],
  ['one of two', control('Headphone Jack', 'off') + control('Headphone Front Jack', 'on'), true],
  ['a microphone’s', control('Headphone Jack', 'off') + control('Mic Jack', 'on'), false],
  ['one that is on for ever', control('Headphone Phantom Jack', 'on'), null],
  ['a volume', control('Headphone Playback Volume', 'on'), null],
  ['nonsense', 'name=Headphone Jack: values=on', null],
])('of a sound card, %s tells whether headphones are there', (_what, listing, expected) => {
  expect(headphonesIn(listing)).toBe(expected)
})
