import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import { createFocusReturn } from './returnFocus.ts'
import { pathToAccount, routes, STAFF_PATH } from './routes.ts'

/** Who stands there, as far as it says which screens are open to them. */
interface Standing {
  isAccountOpen: () => boolean
  isStaffOpen: () => Promise<boolean>
  holdsSeveral?: () => boolean
  isSignedIn?: () => boolean
  staffComesFirst?: () => boolean
  /** The account of the customer whom a clerk serves; null for none. */
  served?: () => string | null
}

const no = (): boolean => false

/**
 * The screens. Every move replaces the one entry of the browser's history, so that nothing of a visitor can be brought back;
 * *Volver* follows a trail of our own.
 */
export function createScreens({
  isAccountOpen,
  isStaffOpen,
  holdsSeveral = no,
  isSignedIn = no,
  staffComesFirst = no,
  served = () => null,
}: Standing): Router & { back: () => void } {
  const router = createRouter({
    history: createWebHashHistory(),
    routes,
  })
  router.push = router.replace
  router.beforeEach(async ({ meta, path, params }) => {
    if (path === '/' && staffComesFirst()) return { path: STAFF_PATH, replace: true }
    const isNotServed = (meta.served ?? false) && params.id !== served()
    const isShut = (meta.account && !isAccountOpen()) || (meta.staff && !(await isStaffOpen())) || isNotServed
    if (isShut) return { path: staffComesFirst() ? STAFF_PATH : '/', replace: true }
    const isKnown = isSignedIn() || (meta.customer === 'orServed' && served() !== null)
    const isForOthers = (meta.several && !holdsSeveral()) || (meta.customer && !isKnown)
    const home = pathToAccount(served())
    return isForOthers || (path === '/cuenta' && path !== home) ? { path: home, replace: true } : true
  })
  return Object.assign(router, { back: keepTrail(router) })
}

/** Remembers the way in memory, with the control that led on from each screen, and answers the step back. */
function keepTrail(router: Router): () => void {
  const focus = createFocusReturn()
  let trail: string[] = []
  let isBack = false
  router.afterEach((to, from) => {
    const { closes = [] } = to.meta
    trail = trail.filter((path) => !closes.some((closed) => path.startsWith(closed)))
    const known = trail.indexOf(to.fullPath)
    if (!isBack) focus.leave(from.fullPath)
    focus.arrive(to.fullPath, isBack)
    isBack = false
    if (to.path === '/') trail.length = 0
    else if (to.path === STAFF_PATH) trail = [STAFF_PATH]
    else if (known >= 0) trail.length = known + 1
    else trail.push(to.fullPath)
  })
  return () => {
    isBack = true
    void router.replace(trail.at(-2) ?? '/').finally(() => {
      isBack = false
    })
  }
}
