/**
 * Takes the one-time token out of the address that the page was started with: it is spent, and the address bar, the history and a screenshot
 * would go on showing it. A reload needs the cookie alone.
 */
export function forgetToken({ location, history }: Pick<Window, 'location' | 'history'>): void {
  const query = new URLSearchParams(location.search)
  if (!query.has('token')) return
  query.delete('token')
  const rest = query.size > 0 ? `?${query}` : ''
  history.replaceState(history.state, '', `${location.pathname}${rest}${location.hash}`)
}
