import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/cache/openDatabase.ts'
import { fakePrinter } from '../../fakes/fakePrinter.ts'
import { eventually } from '../../fixtures/eventually.ts'
import { anOrder, duplicate, must, openPrinting } from '../../fixtures/printing/printingUnderTest.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ventanilla-killed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A program that has one receipt half-way into its printer and another in the queue, and says so. */
const program = `
  import { openDatabase } from './electron/cache/openDatabase.ts'
  import { fakePrinter } from './tests/fakes/fakePrinter.ts'
  import { anOrder, openPrinting } from './tests/fixtures/printing/printingUnderTest.ts'
  const submit = () => { console.log('half-way'); return new Promise(() => setInterval(() => undefined, 1000)) }
  const { service } = openPrinting({ documents: { ...fakePrinter(), submit }, db: openDatabase(process.argv[1], { role: 'durable' }) })
  for (const commandId of ['c-1', 'c-2']) service.print(anOrder({ document: { kind: 'receipt', commandId }, documentName: commandId }))`

it('S07 SIGKILL while a receipt is on its way: it is unknown, what waited is cancelled, and nothing is printed again', async () => {
  const file = join(folder, 'ventanilla.db')
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const db = openDatabase(file, { role: 'durable' })
  const printer = fakePrinter()
  const { service } = openPrinting({ documents: printer, db })
  service.recover()
  expect(db.prepare('SELECT document_id, state FROM print_job ORDER BY seq').raw().all()).toEqual([
    ['c-1', 'unknown'],
    ['c-2', 'cancelled'],
  ])
  const proof = must(service.print(anOrder({ sessionId: 's-2', document: duplicate('i-9') })))
  await eventually(() => expect(must(service.get(proof.id, 's-2')).state).toBe('confirmed'))
  expect(printer.taken.map(({ title }) => title)).toEqual([`Ventanilla ${proof.id}`])
  await service.stop()
  db.close()
})
