import { defineStore } from 'pinia'
import { ref } from 'vue'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import { useSession } from './session.ts'

/** What is searched for on *Preguntas frecuentes*, and what was found in the words of the account's zone. Forgotten with the account and when the screen is left. */
export const useQuestions = defineStore('questions', () => {
  const session = useSession()
  const { value: found, problem, load: ask, forget } = createAnswer('guide.questions')
  const typed = ref('')

  const load = (language: string): Promise<void> => ask({ language, search: typed.value, accountId: session.accountId })
  function clear(): void {
    forget()
    typed.value = ''
  }
  onOtherAccount(clear)

  return { typed, found, problem, load, clear }
})
