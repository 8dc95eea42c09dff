import { config } from 'zod'

// Imported before any schema: zod would compile each when it is made, which the content security policy forbids and reports.
config({ jitless: true })
