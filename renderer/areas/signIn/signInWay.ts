import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../../stores/session.ts'
import { useSignIn } from '../../stores/signIn.ts'

/** Screens of an account: one may be on one's way to such a one when the sign-in is offered. */
const OF_ACCOUNT = '/cuenta/'

/** Leads to the sign-in that a screen of an account offers, and remembers the screen. */
export function useWayToSignIn(): () => Promise<unknown> {
  const route = useRoute()
  const router = useRouter()
  return () => router.replace({ path: '/sesion', query: route.path.startsWith(OF_ACCOUNT) ? { de: route.path } : {} })
}

/** Where whoever has signed in goes on: at the screen that they came from, if the account that was open there is one of theirs; else at their contracts. */
export function useWayFromSignIn(): () => Promise<unknown> {
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const signIn = useSignIn()
  const { accountId } = session
  return () => {
    const { de } = route.query
    const before = signIn.customer?.accounts.find((account) => account.accountId === accountId)
    if (!before || typeof de !== 'string' || !de.startsWith(OF_ACCOUNT)) return router.replace(session.contracts > 1 ? '/cuenta/contratos' : '/cuenta')
    session.open({ accountId: before.accountId, invoiceId: null }, before.zoneId)
    return router.replace(de)
  }
}
