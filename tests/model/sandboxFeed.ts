import { request } from 'undici'
import type { Sandbox } from '../../electron/sandbox/server.ts'
import type { FeedChange } from './oracle.ts'

interface Page {
  changes: FeedChange[]
  cursor: string
  hasMore: boolean
}

/** The whole feed of a sandbox that behaves, as one who starts now reads it, and the cursor at its end. */
export async function readFeed(sandbox: Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>): Promise<{ changes: FeedChange[]; cursor: string }> {
  const headers = { authorization: `Bearer ${await tokenOf(sandbox)}` }
  const changes: FeedChange[] = []
  for (let query = '?limit=10000'; ;) {
    const { body } = await request(`${sandbox.url}/v1/changes${query}`, { headers })
    const page = (await body.json()) as Page
    changes.push(...page.changes)
    if (!page.hasMore) return { changes, cursor: page.cursor }
    query = `?limit=10000&cursor=${page.cursor}`
  }
}

async function tokenOf({ url, clientId, clientSecret }: Pick<Sandbox, 'url' | 'clientId' | 'clientSecret'>): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const { body } = await request(`${url}/oauth/token`, { method: 'POST', headers, body: form.toString() })
  return ((await body.json()) as { access_token: string }).access_token
}
