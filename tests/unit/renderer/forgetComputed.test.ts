import { createPinia, defineStore, setActivePinia } from 'pinia'
import { computed, createApp, nextTick, ref, toRaw } from 'vue'
import { expect, it } from 'vitest'
import { onOtherVisitor } from '../../../renderer/stores/forgetting.ts'
import { forgetComputed } from '../../../renderer/stores/forgetComputed.ts'
import { useSession } from '../../../renderer/stores/session.ts'

const useTyped = defineStore('typed', () => {
  const typed = ref('')
  const greeting = computed(() => `Hola, ${typed.value}`)
  onOtherVisitor(() => (typed.value = ''))
  return { typed, greeting }
})

it('S42 what a store has computed of a visitor goes with them', async () => {
  const pinia = createPinia().use(forgetComputed)
  createApp({}).use(pinia)
  setActivePinia(pinia)
  const store = useTyped()
  store.typed = 'ana@example.com'
  expect(store.greeting).toContain('ana')
  useSession().forget()
  await nextTick()
  expect(Reflect.get(toRaw(store).greeting as unknown as object, '_value')).toBe('Hola, ')
})
