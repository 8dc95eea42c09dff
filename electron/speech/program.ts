import { spawn } from 'node:child_process'

interface ProgramRun {
  program: string
  args: readonly string[]
  /** Given on standard input. */
  input?: string
  /** Ends it. */
  signal: AbortSignal
  mostBytes: number
}

/** Debian keeps some in folders that are not on everybody's PATH. A child gets nothing else of our environment: there are secrets in it. */
export const bareEnvironment = (): NodeJS.ProcessEnv => ({ PATH: `${process.env.PATH ?? ''}:/usr/sbin`, LANG: 'C.UTF-8' })

/** Runs a program to its end and answers what it wrote; null where it is not there, failed, was ended, or wrote too much. Never rejects. */
export function runProgram({ program, args, input, signal, mostBytes }: ProgramRun): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: bareEnvironment() })
    const kill = (): void => void child.kill('SIGKILL')
    const written: Buffer[] = []
    let bytes = 0
    child.stdout.on('data', (data: Buffer) => {
      bytes += data.length
      if (bytes > mostBytes) kill()
      else written.push(data)
    })
    // A pipe that breaks says what 'close' says as well.
    for (const pipe of [child.stdin, child.stdout]) pipe.on('error', () => undefined)
    child.once('error', () => resolve(null))
    child.once('close', (code) => {
      signal.removeEventListener('abort', kill)
      resolve(code === 0 && !signal.aborted ? Buffer.concat(written) : null)
    })
    if (signal.aborted) kill()
    signal.addEventListener('abort', kill)
    child.stdin.end(input ?? '')
  })
}
