import { languages } from '../i18n/languages.ts'

const NEXT = [
  ...Object.values(languages).flatMap(({ locales }) => Object.values(locales)),
  () => import('../views/LookupView.vue'),
  () => import('../views/AccountView.vue'),
  () => import('../views/PrintingView.vue'),
  () => import('../views/ContractsView.vue'),
  () => import('../views/InvoicesView.vue'),
  () => import('../views/InvoiceView.vue'),
  () => import('../areas/preview/PreviewDialog.vue'),
  () => import('../views/PayView.vue'),
  () => import('../views/PayTogetherView.vue'),
  () => import('../views/OnlinePaymentView.vue'),
  () => import('../views/StatementView.vue'),
  () => import('../views/PaymentsView.vue'),
  () => import('../views/ConsumptionView.vue'),
  () => import('../views/AgreementsView.vue'),
  () => import('../views/ReadingView.vue'),
  () => import('../views/SupplyView.vue'),
  () => import('../views/ReconnectionView.vue'),
  () => import('../views/HolderChangeView.vue'),
  () => import('../views/InvoiceDeliveryView.vue'),
  () => import('../views/CustomerDataView.vue'),
  () => import('../views/PhoneChangeView.vue'),
  () => import('../views/EmailChangeView.vue'),
  () => import('../views/PasswordChangeView.vue'),
  () => import('../views/RequestsView.vue'),
  () => import('../views/RequestFormView.vue'),
  () => import('../views/FiledView.vue'),
  () => import('../views/FolioView.vue'),
  () => import('../views/SignInView.vue'),
  () => import('../views/RegistrationView.vue'),
  () => import('../views/ActivationView.vue'),
  () => import('../views/RenewalView.vue'),
  () => import('../views/ContactView.vue'),
  () => import('../views/QuestionsView.vue'),
  () => import('../views/PayPlacesView.vue'),
  () => import('../views/BillView.vue'),
  () => import('../chrome/SpokenGuidance.vue'),
  () => import('../areas/speech/cursor.ts'),
  () => import('../areas/invoices/AmountsChart.vue'),
  () => import('../areas/consumption/ConsumptionChart.vue'),
]

/** Fetches the screens that come after the first one by one, each when the page has nothing else to do: a touch then finds them there. */
export function fetchAhead(page: Pick<Window, 'requestIdleCallback'>, parts: readonly (() => Promise<unknown>)[] = NEXT): void {
  const [part, ...rest] = parts
  if (!part) return
  // A part that cannot be fetched now is fetched, and its failure told, when it is needed.
  page.requestIdleCallback(
    () =>
      void part()
        .catch(() => undefined)
        .then(() => fetchAhead(page, rest)),
  )
}
