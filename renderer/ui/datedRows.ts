/** What stands newest first in a list or table: languages have more than one word for what is older. */
export type DatedRows = 'invoices' | 'movements' | 'payments' | 'readings'
