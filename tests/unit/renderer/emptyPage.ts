import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// Read before each file, because hooks are a file's own: no screen outlives its test, and nothing is left in the page.
afterEach(() => {
  document.body.innerHTML = ''
})
disableAutoUnmount()
enableAutoUnmount(afterEach)
