import { defineStore } from 'pinia'
import { onEvent } from '../bridge/kioskBridge.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'

/** The one that a clerk has opened in *Buzón de salida*. Gone with them. */
export const useOpenedCommand = defineStore('openedCommand', () => {
  const answer = createAnswer('outbox.open')
  onOtherVisitor(answer.forget)
  onEvent('requests.changed', () => {
    const { value } = answer.value
    if (value) void answer.load({ commandId: value.commandId })
  })
  return { command: answer.value, problem: answer.problem, load: (commandId: string) => answer.load({ commandId }) }
})
