/** Plays sound in the page. */
export interface Player {
  /** Resolves when it has been heard or was stopped; false where it cannot be played. */
  play(wav: string): Promise<boolean>
  stop(): void
  /** 1 is as it is. */
  setVolume(volume: number): void
  close(): void
}

/** A machine without any sound device may take so long to say so. */
const READY_WITHIN = 2_000

interface Output {
  context: AudioContext
  volume: GainNode
}

function openOutput(loudness: number): Output | null {
  try {
    const context = new AudioContext()
    const volume = context.createGain()
    volume.gain.value = loudness
    volume.connect(context.destination)
    return { context, volume }
  } catch {
    return null
  }
}

export function createPlayer(): Player {
  let output: Output | null = null
  let loudness = 1
  let end: () => void = () => undefined

  function begin(sound: AudioBuffer, { context, volume }: Output): Promise<boolean> {
    const source = context.createBufferSource()
    source.buffer = sound
    source.connect(volume)
    return new Promise((resolve) => {
      end = () => {
        source.onended = null
        source.stop()
        resolve(true)
      }
      source.onended = () => resolve(true)
      source.start()
    })
  }
  return {
    async play(wav) {
      let isStopped = false
      end = () => (isStopped = true)
      output ??= openOutput(loudness)
      if (!output || !(await isReady(output.context))) return false
      const sound = await output.context.decodeAudioData(bytesOf(wav).buffer).catch(() => null)
      if (!sound || isStopped) return isStopped
      return begin(sound, output)
    },
    stop: () => end(),
    setVolume(now) {
      loudness = now
      if (output) output.volume.gain.value = now
    },
    close() {
      end()
      void output?.context.close()
    },
  }
}

async function isReady(context: AudioContext): Promise<boolean> {
  if (context.state !== 'running') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, READY_WITHIN))])
  return context.state === 'running'
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
