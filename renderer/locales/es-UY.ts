import account from './es-UY/account.ts'
import app from './es-UY/app.ts'
import consumption from './es-UY/consumption.ts'
import fields from './es-UY/fields.ts'
import invoices from './es-UY/invoices.ts'
import lookup from './es-UY/lookup.ts'
import printing from './es-UY/printing.ts'
import problems from './es-UY/problems.ts'
import requests from './es-UY/requests.ts'
import saving from './es-UY/saving.ts'
import staff from './es-UY/staff.ts'
import standby from './es-UY/standby.ts'
import welcome from './es-UY/welcome.ts'
import type { Messages } from './es-MX.ts'
import type { SomeWords } from './words.ts'

/** What Uruguay says otherwise; the rest comes from es-MX. */
export const esUY: SomeWords<Messages> = {
  app,
  problems,
  fields,
  welcome,
  lookup,
  account,
  invoices,
  printing,
  requests,
  staff,
  standby,
  consumption,
  saving,
}
