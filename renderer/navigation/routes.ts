import type { RouteMeta, RouteRecordRaw } from 'vue-router'
import WelcomeView from '../views/WelcomeView.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** The visitor must have an account open. */
    account?: boolean
    /** Whoever stands there must be signed in; `orServed`: or a customer whom a clerk serves, who has asked for proof. */
    customer?: 'themselves' | 'orServed'
    /** There must be several; with one, *Mi cuenta* is all there is. */
    several?: boolean
    /** Something is being filled in: quiet time is longer. */
    form?: boolean
    /** Codes of bills and receipts are read here. */
    scan?: boolean
    /** For staff who are signed in, and where the program was started with `--diagnostics`. */
    staff?: boolean
    /** A page of the customer whom a clerk serves, whose account `:id` is. */
    served?: boolean
    /** Where a clerk signs in: closed to nobody. */
    door?: boolean
    /** Once here, *Volver* passes over the screens whose address begins so: what they were for is done. */
    closes?: readonly string[]
  }
}

/** From the screens of an account, the bill that is looked up opens another beside it; from anywhere else, and for whoever is signed in, it begins anew. */
export const pathToLookup = ({ account }: RouteMeta, isSignedIn: boolean): string => (account && !isSignedIn ? '/cuenta/otra-factura' : '/consulta')

/** Where a clerk begins. */
export const STAFF_PATH = '/personal'

/** The screen at which the ways through an account begin: *Mi cuenta*, or the page of the customer whom a clerk serves. */
export const pathToAccount = (served: string | null): string => (served === null ? '/cuenta' : `${STAFF_PATH}/cliente/${encodeURIComponent(served)}`)

/** *Buzón de salida* and *Impresiones*. */
export const OUTBOX_PATH = '/personal/buzon'
export const JOBS_PATH = '/personal/impresiones'

/** Every screen with its address. */
export const routes: RouteRecordRaw[] = [
  { path: '/', component: WelcomeView, meta: { scan: true } },
  { path: '/consulta', component: () => import('../views/LookupView.vue'), meta: { form: true, scan: true } },
  { path: '/cuenta', component: () => import('../views/AccountView.vue'), meta: { account: true, scan: true } },
  { path: '/cuenta/contratos', component: () => import('../views/ContractsView.vue'), meta: { account: true, several: true, scan: true } },
  { path: '/cuenta/contratos/pagar', component: () => import('../views/PayTogetherView.vue'), meta: { account: true, several: true } },
  {
    path: '/cuenta/otra-factura',
    component: () => import('../views/LookupView.vue'),
    props: { beside: true },
    meta: { account: true, form: true, scan: true },
  },
  { path: '/cuenta/facturas', component: () => import('../views/InvoicesView.vue'), meta: { account: true } },
  { path: '/cuenta/facturas/:id', component: () => import('../views/InvoiceView.vue'), props: true, meta: { account: true } },
  { path: '/cuenta/pagar/:id', component: () => import('../views/PayView.vue'), props: true, meta: { account: true } },
  { path: '/cuenta/pago-en-linea/:id', component: () => import('../views/OnlinePaymentView.vue'), props: true, meta: { account: true, form: true } },
  { path: '/cuenta/estado', component: () => import('../views/StatementView.vue'), meta: { account: true } },
  { path: '/cuenta/pagos', component: () => import('../views/PaymentsView.vue'), meta: { account: true } },
  { path: '/cuenta/consumos', component: () => import('../views/ConsumptionView.vue'), meta: { account: true } },
  { path: '/cuenta/acuerdos', component: () => import('../views/AgreementsView.vue'), meta: { account: true } },
  { path: '/cuenta/lectura', component: () => import('../views/ReadingView.vue'), meta: { account: true, form: true } },
  { path: '/cuenta/solicitudes', component: () => import('../views/SupplyView.vue'), meta: { account: true } },
  { path: '/cuenta/solicitudes/reconexion', component: () => import('../views/ReconnectionView.vue'), meta: { account: true, form: true } },
  { path: '/cuenta/solicitudes/titular', component: () => import('../views/HolderChangeView.vue'), meta: { account: true, form: true } },
  { path: '/cuenta/factura-electronica', component: () => import('../views/InvoiceDeliveryView.vue'), meta: { account: true, form: true } },
  { path: '/cuenta/datos', component: () => import('../views/CustomerDataView.vue'), meta: { account: true } },
  { path: '/cuenta/datos/telefono', component: () => import('../views/PhoneChangeView.vue'), meta: { account: true, customer: 'orServed', form: true } },
  { path: '/cuenta/datos/correo', component: () => import('../views/EmailChangeView.vue'), meta: { account: true, customer: 'themselves', form: true } },
  { path: '/cuenta/datos/contrasena', component: () => import('../views/PasswordChangeView.vue'), meta: { account: true, customer: 'themselves', form: true } },
  { path: '/cuenta/reclamaciones', component: () => import('../views/RequestsView.vue'), meta: { account: true } },
  { path: '/cuenta/reclamaciones/nueva', component: () => import('../views/RequestFormView.vue'), meta: { account: true, form: true } },
  {
    path: '/cuenta/reclamaciones/recibida/:id',
    component: () => import('../views/FiledView.vue'),
    props: true,
    meta: {
      account: true,
      closes: ['/cuenta/reclamaciones/nueva', '/cuenta/lectura', '/cuenta/solicitudes/', '/cuenta/factura-electronica', '/cuenta/datos/'],
    },
  },
  { path: '/sesion', component: () => import('../views/SignInView.vue'), meta: { form: true } },
  { path: '/registro', component: () => import('../views/RegistrationView.vue'), meta: { form: true } },
  { path: '/registro/activacion', component: () => import('../views/ActivationView.vue'), meta: { form: true, closes: ['/registro'] } },
  { path: '/renovacion', component: () => import('../views/RenewalView.vue'), meta: { form: true } },
  { path: '/contacto', component: () => import('../views/ContactView.vue'), meta: { form: true } },
  // What was filed without an account: nobody must have one open.
  { path: '/contacto/recibida/:id', component: () => import('../views/FiledView.vue'), props: true, meta: { closes: ['/contacto'] } },
  { path: '/contacto/imprimir/:id', component: () => import('../views/PrintingView.vue'), props: true },
  { path: '/folio', component: () => import('../views/FolioView.vue'), meta: { form: true, scan: true } },
  { path: '/preguntas', component: () => import('../views/QuestionsView.vue'), meta: { form: true } },
  { path: '/donde-pagar', component: () => import('../views/PayPlacesView.vue') },
  // Of the invoice that `?factura=` names, where an account is open.
  { path: '/conozca-su-factura', component: () => import('../views/BillView.vue'), props: ({ query }) => ({ invoiceId: query.factura ?? null }) },
  { path: '/imprimir/:id', component: () => import('../views/PrintingView.vue'), props: true, meta: { account: true } },
  // A number in the queue is for everybody: nobody must have an account open.
  { path: '/turno/:id', component: () => import('../views/PrintingView.vue'), props: true },
  { path: STAFF_PATH, component: () => import('../views/StaffView.vue'), meta: { form: true, door: true } },
  { path: '/personal/cliente/:id', component: () => import('../views/StaffCustomerView.vue'), meta: { account: true, staff: true, served: true } },
  { path: '/personal/cierre', component: () => import('../views/StaffDayEndView.vue'), meta: { staff: true, form: true } },
  { path: '/personal/estado', component: () => import('../views/StaffStatusView.vue'), meta: { staff: true } },
  { path: '/personal/autoprueba', component: () => import('../views/StaffSelfTestView.vue'), meta: { staff: true } },
  { path: OUTBOX_PATH, component: () => import('../views/StaffOutboxView.vue'), meta: { staff: true } },
  { path: `${OUTBOX_PATH}/folio`, component: () => import('../views/StaffFolioView.vue'), meta: { staff: true, form: true } },
  // Once it is corrected or closed, *Volver* passes over the form.
  {
    path: `${OUTBOX_PATH}/:id`,
    component: () => import('../views/StaffCommandView.vue'),
    props: true,
    meta: { staff: true, closes: [`${OUTBOX_PATH}/corregir/`, `${OUTBOX_PATH}/cerrar/`, `${OUTBOX_PATH}/folio`] },
  },
  { path: `${OUTBOX_PATH}/corregir/:id`, component: () => import('../views/StaffCorrectionView.vue'), props: true, meta: { staff: true, form: true } },
  { path: `${OUTBOX_PATH}/cerrar/:id`, component: () => import('../views/StaffClosingView.vue'), props: true, meta: { staff: true, form: true } },
  { path: JOBS_PATH, component: () => import('../views/StaffJobsView.vue'), meta: { staff: true, closes: [`${JOBS_PATH}/`] } },
  { path: `${JOBS_PATH}/:id`, component: () => import('../views/StaffReprintView.vue'), props: true, meta: { staff: true, form: true } },
  { path: '/:nowhere(.*)*', redirect: '/' },
]
