const HEADER_BYTES = 44

/**
 * A program that writes a WAV file into a pipe cannot go back to say how long it is: that is put right. Null where it is no such file, or holds
 * no sound.
 */
export function wholeWav(file: Buffer): Buffer | null {
  const isWav = file.length > HEADER_BYTES && tag(file, 0) === 'RIFF' && tag(file, 8) === 'WAVE' && tag(file, 36) === 'data'
  if (!isWav) return null
  const whole = Buffer.from(file)
  whole.writeUInt32LE(file.length - 8, 4)
  whole.writeUInt32LE(file.length - HEADER_BYTES, 40)
  return whole
}

const tag = (file: Buffer, at: number): string => file.toString('latin1', at, at + 4)
