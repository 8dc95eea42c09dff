import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { AnswerOf } from '../../shared/contract/index.ts'
import type { CommandState, FiledCommand } from '../../shared/contract/outbox.ts'
import type { Problem } from '../../shared/problems.ts'
import { call, onEvent } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'

type Page = AnswerOf<'outbox.list'>

/** What this kiosk filed, of one state, page after page. Gone with the clerk who read it. */
export const useOutboxDesk = defineStore('outboxDesk', () => {
  const state = ref<CommandState>('refused')
  const page = shallowRef<Page | null>(null)
  /** All that were read so far, newest first. */
  const commands = shallowRef<readonly FiledCommand[]>([])
  const problem = ref<Problem | null>(null)
  let asked = 0

  async function read(before: string | null): Promise<void> {
    const mine = ++asked
    const answer = await call('outbox.list', { state: state.value, before })
    if (mine !== asked) return
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    page.value = answer.value
    commands.value = before === null ? answer.value.commands : [...commands.value, ...answer.value.commands]
  }
  const load = (): Promise<void> => read(null)
  const older = (): Promise<void> => read(commands.value.at(-1)?.commandId ?? null)

  function show(which: CommandState): Promise<void> {
    state.value = which
    commands.value = []
    return load()
  }
  function forget(): void {
    asked += 1
    state.value = 'refused'
    page.value = problem.value = null
    commands.value = []
  }
  onOtherVisitor(forget)
  // Whoever has gone down the list is not thrown back to its beginning.
  onEvent('requests.changed', () => {
    if (page.value && commands.value.length <= page.value.commands.length) void load()
  })
  return { state, page, commands, problem, load, older, show }
})
