import { useAccount } from '../../../renderer/stores/account.ts'
import { useAgreements } from '../../../renderer/stores/agreements.ts'
import { useAssist } from '../../../renderer/stores/assist.ts'
import { useClerk } from '../../../renderer/stores/clerk.ts'
import { useConsumption } from '../../../renderer/stores/consumption.ts'
import { useCustomerData } from '../../../renderer/stores/customerData.ts'
import { useFormNotice } from '../../../renderer/stores/formNotice.ts'
import { useHolderForm } from '../../../renderer/stores/holderForm.ts'
import { useInvoiceDelivery } from '../../../renderer/stores/invoiceDelivery.ts'
import { useOnlinePayments } from '../../../renderer/stores/onlinePayments.ts'
import { usePay } from '../../../renderer/stores/pay.ts'
import { usePayments } from '../../../renderer/stores/payments.ts'
import { usePhone } from '../../../renderer/stores/phone.ts'
import { usePhoneChange } from '../../../renderer/stores/phoneChange.ts'
import { usePreview } from '../../../renderer/stores/preview.ts'
import { duplicateOf } from '../../../renderer/stores/printing.ts'
import { useQuestions } from '../../../renderer/stores/questions.ts'
import { useReading } from '../../../renderer/stores/reading.ts'
import { useReconnectionForm } from '../../../renderer/stores/reconnectionForm.ts'
import { useRequestForm } from '../../../renderer/stores/requestForm.ts'
import { useRequests } from '../../../renderer/stores/requests.ts'
import { useSaving } from '../../../renderer/stores/saving.ts'
import { useSession } from '../../../renderer/stores/session.ts'
import { useStatement } from '../../../renderer/stores/statement.ts'
import { useSupply } from '../../../renderer/stores/supply.ts'

export const paper = () => duplicateOf({ id: `factura ${useSession().accountId}`, number: useSession().accountId ?? '' })

/** Writes the account that is open into every empty field. */
function write(draft: object): void {
  for (const [field, value] of Object.entries(draft)) if (value === '') Reflect.set(draft, field, useSession().accountId ?? '')
}

export interface Use {
  store: () => object
  /** Fetches, chooses and writes all that it can, for the account that is open. */
  use: () => unknown
  /** Files what is written. */
  send?: () => unknown
}

/** The stores of what belongs to one account. */
export const ofAccount: Record<string, Use> = {
  account: { store: useAccount, use: () => Promise.all([useAccount().loadHome(), useAccount().loadList(), useAccount().loadDetail('i1')]) },
  assist: {
    store: useAssist,
    use() {
      useClerk().here = { clerkId: 'c-1', name: 'Lucía', roles: ['clerk'], locked: false }
      return useAssist().load()
    },
  },
  agreements: { store: useAgreements, use: () => useAgreements().load() },
  consumption: { store: useConsumption, use: () => useConsumption().load() },
  customerData: { store: useCustomerData, use: () => useCustomerData().load() },
  formNotice: { store: useFormNotice, use: () => useFormNotice().load('es') },
  holderForm: {
    store: useHolderForm,
    async use() {
      await useSupply().load()
      // A day that is offered is asked for once more when it is sent.
      useHolderForm().begin()
      write(useHolderForm().draft)
    },
    send: () => useHolderForm().send(),
  },
  invoiceDelivery: {
    store: useInvoiceDelivery,
    async use() {
      await useInvoiceDelivery().load()
      useInvoiceDelivery().draft.accepted = true
    },
    send: () => useInvoiceDelivery().send(),
  },
  onlinePayments: {
    store: useOnlinePayments,
    use: () => Promise.all([useOnlinePayments().loadList(), useOnlinePayments().show(`pago ${useSession().accountId}`)]),
  },
  pay: {
    store: usePay,
    async use() {
      await usePay().load('i1', true)
      usePay().placeId = useSession().accountId ?? ''
    },
  },
  payments: { store: usePayments, use: () => usePayments().load() },
  phone: {
    store: usePhone,
    use: () => usePhone().open({ at: useSession().accountId ?? '', format: 'pdf', document: () => Promise.resolve(paper().document) }),
  },
  phoneChange: { store: usePhoneChange, use: () => write(usePhoneChange().draft), send: () => usePhoneChange().send() },
  preview: {
    store: usePreview,
    async use() {
      await usePreview().open(paper())
      await usePreview().draw(0, 400)
    },
  },
  questions: {
    store: useQuestions,
    async use() {
      useQuestions().typed = useSession().accountId ?? ''
      await useQuestions().load('es')
    },
  },
  reading: {
    store: useReading,
    async use() {
      write(useReading().draft)
      await useReading().load()
    },
    send: () => useReading().send(),
  },
  reconnectionForm: { store: useReconnectionForm, use: () => write(useReconnectionForm().draft), send: () => useReconnectionForm().send() },
  requestForm: {
    store: useRequestForm,
    use() {
      for (const kind of ['question', 'claim'] as const) {
        useRequestForm().begin(kind)
        write(useRequestForm().draft)
      }
    },
    send: () => useRequestForm().send(),
  },
  requests: { store: useRequests, use: () => Promise.all([useRequests().loadList(), useRequests().loadFiled('c1')]) },
  saving: {
    store: useSaving,
    async use() {
      await useSaving().loadPlaces()
      const place = { id: 'p', kind: 'folder', name: useSession().accountId } as never
      await useSaving().save({ at: useSession().accountId ?? '', format: 'pdf', document: () => useStatement().document() }, place)
    },
  },
  statement: { store: useStatement, use: () => useStatement().show({ from: useSession().accountId ?? '', to: '' }) },
  supply: { store: useSupply, use: () => useSupply().load() },
}

const plain = (_key: string, value: unknown): unknown => (value instanceof Map || value instanceof Set ? [...value] : value)
/** All that a store shows. */
export const shownBy = (store: object): string =>
  JSON.stringify(
    Object.entries(store).filter(([name, value]) => !name.startsWith('$') && !name.startsWith('_') && typeof value !== 'function'),
    plain,
  )
