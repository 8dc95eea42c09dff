import { defineStore } from 'pinia'
import { ref } from 'vue'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'

/** What is searched for on *Preguntas frecuentes*, and what was found. Forgotten with the visitor and when the screen is left. */
export const useQuestions = defineStore('questions', () => {
  const { value: found, problem, load: ask, forget } = createAnswer('guide.questions')
  const typed = ref('')

  const load = (language: string): Promise<void> => ask({ language, search: typed.value })
  function clear(): void {
    forget()
    typed.value = ''
  }
  onOtherVisitor(clear)

  return { typed, found, problem, load, clear }
})
