import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// Read before each file, because hooks are a file's own: no screen outlives its test.
disableAutoUnmount()
enableAutoUnmount(afterEach)
