/**
 * The tables that hold what was promised: they cannot be fetched again, so they are checked at every start, backed up daily and salvaged.
 * In the order in which a row may point at another.
 */
export const durableTables = [
  'command',
  'folio_day',
  'enrolment',
  'incident',
  'service_state',
  'print_job',
  'invoice_copy',
  'copy_floor',
  'turn_day',
  'audit',
  'lookup_throttle',
] as const
