import { afterEach, expect, it } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { watchAlsaJack } from '../../../electron/speech/alsaJack.ts'
import type { HeadphoneJack } from '../../../electron/speech/headphoneJack.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { keptLog } from '../../fixtures/speech/keptLog.ts'
import { speechPrograms } from '../../fixtures/speech/speechPrograms.ts'

const PATH = process.env.PATH
const watched: HeadphoneJack[] = []
afterEach(() => {
  process.env.PATH = PATH
  for (const jack of watched.splice(0)) jack.stop()
})

/** What is waited for comes ten times as soon. */
const hurriedClock = { ...systemClock, after: (milliseconds: number, action: () => void) => systemClock.after(milliseconds / 10, action) }

function watch(programs: ReturnType<typeof speechPrograms>, clock = systemClock) {
  process.env.PATH = programs.path
  const changes: boolean[] = []
  const { log, lines } = keptLog()
  const jack = watchAlsaJack({ clock, log, onChange: (plugged) => changes.push(plugged) })
  watched.push(jack)
  return { jack, changes, lines }
}

it('tells when headphones are plugged in and pulled', async () => {
  const programs = speechPrograms({ jack: true })
  const { jack, changes } = watch(programs)
  await eventually(() => expect(programs.monitors()).toBe(1))
  programs.plug(true)
  await eventually(() => expect(changes).toEqual([true]))
  expect(jack.isPlugged()).toBe(true)
  programs.plug(false)
  await eventually(() => expect(changes).toEqual([true, false]))
})

it('is quiet about nonsense, about other controls, and about a mixer that fails for a while', async () => {
  const programs = speechPrograms({ jack: true })
  const { changes } = watch(programs)
  await eventually(() => expect(programs.monitors()).toBe(1))
  programs.monitorSays('\u0000%s nonsense')
  programs.monitorSays('node hw:0, #4 (2,0,0,Headphone Playback Switch,0) VALUE')
  for (const how of ['dies', 'nonsense'] as const) {
    programs.behave('mixer', how)
    programs.plug(true)
  }
  programs.mend('mixer')
  programs.plug(true)
  await eventually(() => expect(changes).toEqual([true]))
})

it('finds out also from a monitor that dies again and again, which is started less and less often', async () => {
  const programs = speechPrograms({ jack: true })
  programs.behave('monitor', 'dies')
  const { changes, lines } = watch(programs, hurriedClock)
  await eventually(() => expect(programs.monitors()).toBeGreaterThan(2))
  programs.plug(true)
  await eventually(() => expect(changes).toEqual([true]))
  expect(lines().match(/monitor of the headphone jack ended/gu)).toHaveLength(1)
})

it('gives up waiting for a mixer that hangs', async () => {
  const programs = speechPrograms({ jack: true })
  const { changes } = watch(programs, hurriedClock)
  await eventually(() => expect(programs.monitors()).toBe(1))
  programs.behave('mixer', 'hangs')
  programs.plug(true)
  programs.mend('mixer')
  await eventually(() => expect(changes).toEqual([true]))
})

it('says so in one line where there is no such socket, and starts nothing', async () => {
  const programs = speechPrograms()
  const { lines, changes } = watch(programs)
  await eventually(() => expect(lines()).toContain('no headphone jack'))
  expect(programs.monitors()).toBe(0)
  expect(changes).toEqual([])
})

it('says the same where the programs are not installed', async () => {
  const programs = { ...speechPrograms({ jack: true }), path: '/nowhere' }
  const { lines } = watch(programs)
  await eventually(() => expect(lines()).toContain('no headphone jack'))
})
