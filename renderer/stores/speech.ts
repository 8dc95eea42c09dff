import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { FASTEST_SPEECH, SLOWEST_SPEECH } from '../../shared/contract/speech.ts'
import type { Problem } from '../../shared/problems.ts'
import { onOtherPresence } from './forgetting.ts'
import { useKiosk } from './kiosk.ts'
import { useSession } from './session.ts'

const SPEEDS = [SLOWEST_SPEECH, 120, 150, 180, 220, 270, FASTEST_SPEECH]
const VOLUMES = [0.25, 0.5, 1, 1.6, 2.4]

/** A value that goes up and down by steps. */
function createSteps(steps: readonly number[], usual: number) {
  const value = ref(usual)
  return {
    value,
    move(by: 1 | -1): void {
      value.value = steps[steps.indexOf(value.value) + by] ?? value.value
    },
    reset(): void {
      value.value = usual
    },
  }
}

/** How it is said: words a minute, and how loud; 1 is as it is. */
function createManner() {
  const speed = createSteps(SPEEDS, 180)
  const volume = createSteps(VOLUMES, 1)
  function reset(): void {
    speed.reset()
    volume.reset()
  }
  return { speed: speed.value, volume: volume.value, faster: speed.move, louder: volume.move, reset }
}

/** What whoever listens wants of whatever speaks. */
const createWishes = () => ({
  /** Count the wishes to hear once more what was said last, and where one is and what the keys do. */
  repeats: ref(0),
  helps: ref(0),
  /** The reading cursor has gone past an end, and stands at the other; told with what stands there. */
  wrapped: ref<'start' | 'end' | null>(null),
})

/** Whether what is on the screen is said aloud, and how. Forgotten with the visitor. */
export const useSpeech = defineStore('speech', () => {
  const kiosk = useKiosk()
  const session = useSession()
  const isOn = ref(false)
  /** What was wrong with the voice. */
  const problem = ref<Problem | null>(null)
  const { reset, ...manner } = createManner()
  const wishes = createWishes()

  const isOffered = computed(() => kiosk.description?.speech ?? false)

  /** Whoever listens needs more time, and is there without touching anything. */
  function begin(): void {
    if (!isOffered.value || isOn.value) return
    isOn.value = true
    session.aids.slower = true
    void session.touched('reading')
  }
  function end(): void {
    isOn.value = false
    problem.value = null
    reset()
  }
  /** By the sound card or by the keypad's own socket. */
  function headphones(arePlugged: boolean): void {
    if (arePlugged) begin()
    else end()
  }

  watch(
    () => kiosk.status?.headphones,
    // What stands so when the page comes is nobody's doing.
    (now, before) => now !== undefined && before !== undefined && headphones(now),
  )
  onOtherPresence(end)

  return { isOn, isOffered, problem, ...manner, ...wishes, begin, end, headphones }
})
