import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Scanned } from '../../shared/contract/lookup.ts'
import { call } from '../bridge/kioskBridge.ts'
import { onOtherVisitor } from './forgetting.ts'
import { createForm } from './form.ts'
import { useLookup } from './lookup.ts'

/** What names a bill: one of the two numbers of the look-up. */
type ScannedBill = Exclude<Scanned, { kind: 'folio' }>

/** Which number a code does not tell. */
type Missing = 'account' | 'invoice' | null

function missingIn({ accountNumber, invoiceNumber }: Extract<ScannedBill, { kind: 'bill' }>): Missing {
  if (accountNumber === null) return 'account'
  return invoiceNumber === null ? 'invoice' : null
}

/** What the scanner has read, and what became of it. */
export const useScans = defineStore('scans', () => {
  const lookup = useLookup()
  const { problem, send, clear: clearProblem } = createForm({ blank: () => ({}) })
  const isElsewhere = ref(false)
  /** What there is to say of the last code, until it is closed or another one is read. */
  const notice = computed(() => (isElsewhere.value ? 'not-here' : problem.value))
  /** What of *Consultar con mi factura* a code has filled in. */
  const filled = ref<{ missing: Missing; zoneIsKnown: boolean } | null>(null)

  /** Null where it names nothing; then `notice` says why. A code that comes before the last one is answered is not asked for. */
  async function ask(text: string): Promise<Scanned | null> {
    close()
    return send(() => call('lookup.scan', { text, zoneId: lookup.zone?.id ?? null }))
  }

  /** Fills in the form as a person would. Of a number that can be either, the field that is empty. */
  function fillIn(bill: ScannedBill): void {
    if (bill.kind === 'bill') {
      if (bill.zoneId !== null) lookup.chosenZone = bill.zoneId
      lookup.accountNumber = bill.accountNumber ?? lookup.accountNumber
      lookup.invoiceNumber = bill.invoiceNumber ?? lookup.invoiceNumber
      filled.value = { missing: missingIn(bill), zoneIsKnown: bill.zoneId !== null }
      return
    }
    const isAccount = bill.fits.includes('account') && (lookup.accountNumber === '' || !bill.fits.includes('invoice'))
    if (isAccount) lookup.accountNumber = bill.number
    else lookup.invoiceNumber = bill.number
    filled.value = { missing: isAccount ? 'invoice' : 'account', zoneIsKnown: false }
  }

  /** On a screen where codes mean nothing. */
  function refuse(): void {
    isElsewhere.value = true
  }
  function close(): void {
    isElsewhere.value = false
    problem.value = null
  }
  function clear(): void {
    isElsewhere.value = false
    clearProblem()
    filled.value = null
  }
  onOtherVisitor(clear)

  return { notice, filled, ask, fillIn, refuse, close, clear }
})
