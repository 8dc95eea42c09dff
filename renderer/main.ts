import './bridge/jitless.ts'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/scrolls.css'
import './ui/layout.css'
import { createPinia } from 'pinia'
import { createApp, h, watch } from 'vue'
import App from './App.vue'
import { watchActivity, whenIdle } from './bridge/activity.ts'
import { closeClipboard } from './bridge/clipboard.ts'
import { fillScreen } from './bridge/fillScreen.ts'
import { installGuard } from './bridge/guard.ts'
import { forgetToken } from './bridge/spentToken.ts'
import { startBridge } from './bridge/startBridge.ts'
import { fetchAhead } from './navigation/fetchAhead.ts'
import { followKeys, keepFocus } from './navigation/keepFocus.ts'
import { createMessages } from './i18n/i18n.ts'
import { createScreens } from './navigation/router.ts'
import { STAFF_PATH } from './navigation/routes.ts'
import { useAssist } from './stores/assist.ts'
import { useClerk } from './stores/clerk.ts'
import { useKiosk } from './stores/kiosk.ts'
import { usePhone } from './stores/phone.ts'
import { forgetComputed } from './stores/forgetComputed.ts'
import { useSession } from './stores/session.ts'
import { useSignIn } from './stores/signIn.ts'

forgetToken(window)
installGuard(window)
const emptyClipboard = closeClipboard(document)
fillScreen(window)
keepFocus(document)
const forgetKeys = followKeys(document)
const connection = startBridge(window)
const pinia = createPinia().use(forgetComputed)
const session = useSession(pinia)
const signIn = useSignIn(pinia)
const kiosk = useKiosk(pinia)
const clerk = useClerk(pinia)
const assist = useAssist(pinia)
const phone = usePhone(pinia)
watch(() => session.visitor, emptyClipboard)
watch(() => session.presence, forgetKeys)
const described = kiosk.load()
const router = createScreens({
  isAccountOpen: () => session.isOpen,
  isStaffOpen: async () => {
    await described
    return clerk.seesEquipment
  },
  holdsSeveral: () => signIn.contractCount > 1,
  isSignedIn: () => signIn.customer !== null,
  staffComesFirst: () => clerk.comesFirst,
  served: () => assist.served,
})
// Where it is a counter is known only now; a kiosk's first screen does not wait for it.
void described.then(() => {
  if (clerk.comesFirst && router.currentRoute.value.path === '/') void router.replace(STAFF_PATH)
})

const tellActivity = whenIdle(
  window,
  () => session.visitor,
  // Who has a code for a phone looks at the phone.
  () => void session.touched(router.currentRoute.value.meta.form || phone.wish ? 'form' : 'reading'),
)

watchActivity(
  document,
  () => performance.now(),
  () => {
    // A warning is answered by its own controls, so that a touch on *Terminar* is not taken for *Continuar*.
    if (session.warning === null) tellActivity()
  },
)
// The touch that led to another screen is worth that screen's time, not the last one's.
router.afterEach(({ path }) => {
  if (path !== '/') tellActivity()
})
// Notices come into force and lapse by the day, also while nobody is there.
setInterval(() => void kiosk.loadNotices(), 10 * 60_000)

createApp({ render: () => h(App, { connection: connection.value, back: router.back }) })
  .use(pinia)
  .use(createMessages())
  .use(router)
  .mount('#app')
fetchAhead(window)
