import { describe, expect, it } from 'vitest'
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

describe('a page that asks without end', () => {
  /** Asks a hundred times at once, and lets so much time pass. */
  async function askOften({ handlers, clock }: ReturnType<typeof service>, milliseconds: number): Promise<string[]> {
    const texts = Array.from({ length: 100 }, (_, index) => `${index}`)
    const answers = Promise.all(texts.map((text) => handlers['speech.say']({ ...asked, text })))
    clock.advance(milliseconds)
    return (await answers).map((answer) => (answer.ok ? 'said' : answer.problem.code))
  }

  it('has no more than ten processes a second, and the last text is always said', async () => {
    const world = service()
    const answers = await askOften(world, 100)
    expect(new Set(answers.slice(0, -1))).toEqual(new Set(['said', 'voice-busy']))
    expect(answers.at(-1)).toBe('said')
    expect(world.said.at(-1)).toBe('99')
    const inTheBeginning = world.said.length
    expect(inTheBeginning).toBeLessThan(50)
    world.clock.advance(900)
    await askOften(world, 100)
    expect(world.said.length - inTheBeginning).toBeLessThanOrEqual(10)
    expect(world.said.at(-1)).toBe('99')
  })

  it('is not heard by the next visitor', async () => {
    const world = service()
    const answers = askOften(world, 0)
    world.endSession()
    world.clock.advance(1_000)
    expect((await answers).at(-1)).toBe('voice-busy')
    expect(world.said).not.toContain('99')
  })
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
