import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PayOptions } from '../../shared/contract/payment.ts'
import { createAnswer } from './answer.ts'
import { onOtherAccount } from './forgetting.ts'
import type { Printable } from './printing.ts'

/** The cash desk of this branch, among the ids of banks and stores. */
export const DESK = 'desk'

/** So many invoices fit one paper (`DocumentRef`). */
export const MOST_ON_ONE_PAPER = 12

export type PayableInvoice = PayOptions['invoices'][number]

/** What the visitor is about to pay, and where. The asked invoice is always part of it; gone with the visitor. */
export const usePay = defineStore('pay', () => {
  const options = createAnswer('payment.options')
  const placeId = ref(DESK)
  const added = ref<ReadonlySet<string>>(new Set())
  let asked = ''

  const invoices = computed(() => options.value.value?.invoices ?? [])
  const chosen = computed(() => invoices.value.filter(({ id }, index) => index === 0 || added.value.has(id)))
  const isFull = computed(() => chosen.value.length >= MOST_ON_ONE_PAPER)
  const total = computed(() => chosen.value.reduce((sum, { balance }) => sum + balance, 0))
  /** Of several the first day counts. */
  const payBy = computed(() => chosen.value.map((invoice) => invoice.payBy).sort()[0] ?? '')

  /** The paper for what is chosen. */
  const paper = computed<Printable | null>(() => {
    const invoiceIds = chosen.value.map(({ id }) => id)
    if (invoiceIds.length === 0) return null
    const name = chosen.value.map(({ number }) => number).join(', ')
    if (placeId.value === DESK) return { document: { kind: 'cashTicket', invoiceIds }, name }
    return { document: { kind: 'slip', bankId: placeId.value, invoiceIds }, name }
  })

  /** `everything`: all that is owed is chosen, as far as it fits. What was chosen for the same invoice before stays. */
  async function load(invoiceId: string, everything: boolean): Promise<void> {
    const wish = JSON.stringify([invoiceId, everything])
    const isNew = wish !== asked
    if (isNew) forget()
    asked = wish
    await options.load({ invoiceId })
    if (isNew && everything && wish === asked) added.value = new Set(invoices.value.slice(0, MOST_ON_ONE_PAPER).map(({ id }) => id))
  }

  function toggle(invoiceId: string): void {
    const now = new Set(added.value)
    if (!now.delete(invoiceId) && !isFull.value) now.add(invoiceId)
    added.value = now
  }

  function forget(): void {
    options.forget()
    placeId.value = DESK
    added.value = new Set()
    asked = ''
  }
  onOtherAccount(forget)

  return { options: options.value, problem: options.problem, placeId, invoices, chosen, isFull, total, payBy, paper, load, toggle }
})
