/**
 * The tables whose rows cannot be fetched again: they are checked at every start, backed up daily and recovered from a damaged file.
 * In the order in which a row may point at another.
 */
export const durableTables = [
  'command',
  'command_closing',
  'online_payment',
  'folio_day',
  'enrolment',
  'incident',
  'service_state',
  'print_job',
  'invoice_copy',
  'copy_floor',
  'turn_day',
  'audit',
  'audit_head',
  'day_signature',
  'lookup_throttle',
  'sign_in_throttle',
  'clerk_throttle',
] as const
