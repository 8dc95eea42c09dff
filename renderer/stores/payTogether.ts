import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { MOST_CONTRACTS_TOGETHER, MOST_INVOICES_TOGETHER } from '../../shared/contract/documents.ts'
import type { ContractToPay, PayGroup, PlaceTogether } from '../../shared/contract/payment.ts'
import { fullNumber } from '../../shared/domain/accountNumber.ts'
import { createAnswer } from './answer.ts'
import { onOtherVisitor } from './forgetting.ts'
import type { Printable } from './printing.ts'

/** More parts to cut off take more sheets than a visit may print. */
export const MOST_PARTS = MOST_CONTRACTS_TOGETHER

/** Which contracts of a zone are paid with one slip, and where. Gone with the visitor. */
export const usePayTogether = defineStore('payTogether', () => {
  const answer = createAnswer('contracts.toPay')
  const zoneId = ref('')
  const placeId = ref('')
  const taken = ref<ReadonlySet<string>>(new Set())

  const groups = computed(() => answer.value.value?.groups ?? [])
  const group = computed(() => groups.value.find((one) => one.zoneId === zoneId.value) ?? null)
  const place = computed(() => group.value?.places.find(({ bankId }) => bankId === placeId.value) ?? null)
  const chosen = computed(() => group.value?.contracts.filter(({ account }) => taken.value.has(account.id)) ?? [])

  /** The zone that was chosen, the first of its places, and of its contracts as many as fit. */
  function begin(id: string): void {
    zoneId.value = id
    placeId.value = group.value?.places[0]?.bankId ?? ''
    taken.value = new Set(fitting(group.value))
  }
  /** What was chosen before stays, as far as it is still there: another zone is for the person to choose. */
  async function load(): Promise<void> {
    await answer.load({})
    const [first] = groups.value
    if (first && zoneId.value === '') begin(first.zoneId)
    else if (group.value && !place.value) placeId.value = group.value.places[0]?.bankId ?? ''
  }
  function toggle(accountId: string): void {
    const now = new Set(taken.value)
    if (!now.delete(accountId)) now.add(accountId)
    taken.value = now
  }
  function forget(): void {
    answer.forget()
    zoneId.value = ''
    placeId.value = ''
    taken.value = new Set()
  }
  onOtherVisitor(forget)

  return { options: answer.value, problem: answer.problem, zoneId, placeId, groups, group, place, chosen, load, begin, toggle, ...sums(chosen, place) }
})

type Read<T> = Readonly<{ value: T }>

/** What is chosen comes to so much, and how it goes on paper. */
function sums(chosen: Read<ContractToPay[]>, place: Read<PlaceTogether | null>) {
  const invoiceIds = computed(() => chosen.value.flatMap((contract) => contract.invoiceIds))
  const invoices = computed(() => invoiceIds.value.length)
  const parts = computed(() => (place.value?.partEach ? invoices.value : chosen.value.length))
  const fits = computed(() => parts.value <= MOST_PARTS && invoices.value <= MOST_INVOICES_TOGETHER)
  /** Null where nothing is chosen, or more than a slip holds. */
  const paper = computed<Printable | null>(() => {
    if (!place.value || chosen.value.length === 0 || !fits.value) return null
    const accountIds = chosen.value.map(({ account }) => account.id)
    const document = { kind: 'slip' as const, bankId: place.value.bankId, invoiceIds: invoiceIds.value }
    const name = chosen.value.map(({ account }) => fullNumber(account)).join(', ')
    return { document: accountIds.length > 1 ? { ...document, accountIds } : document, name }
  })
  return {
    invoices,
    parts,
    fits,
    paper,
    total: computed(() => chosen.value.reduce((sum, contract) => sum + contract.total, 0)),
    /** Of several the first day counts. */
    payBy: computed(() => chosen.value.map((contract) => contract.payBy).sort()[0] ?? null),
    isLate: computed(() => chosen.value.some(({ overdue }) => overdue > 0)),
  }
}

/** In their order, as many as one slip holds. */
function fitting(group: PayGroup | null): string[] {
  const ids: string[] = []
  let invoices = 0
  for (const { account, invoiceIds } of group?.contracts ?? []) {
    if (ids.length === MOST_CONTRACTS_TOGETHER || invoices + invoiceIds.length > MOST_INVOICES_TOGETHER) continue
    ids.push(account.id)
    invoices += invoiceIds.length
  }
  return ids
}
