import account from './pt/account.ts'
import app from './pt/app.ts'
import consumption from './pt/consumption.ts'
import fields from './pt/fields.ts'
import invoices from './pt/invoices.ts'
import keyboard from './pt/keyboard.ts'
import lookup from './pt/lookup.ts'
import pay from './pt/pay.ts'
import preview from './pt/preview.ts'
import printing from './pt/printing.ts'
import problems from './pt/problems.ts'
import requests from './pt/requests.ts'
import saving from './pt/saving.ts'
import staff from './pt/staff.ts'
import standby from './pt/standby.ts'
import statement from './pt/statement.ts'
import welcome from './pt/welcome.ts'
import type { Messages } from './es-MX.ts'
import type { Words } from './words.ts'

export const pt: Words<Messages> = {
  app,
  problems,
  fields,
  welcome,
  lookup,
  account,
  invoices,
  pay,
  preview,
  printing,
  keyboard,
  requests,
  staff,
  standby,
  consumption,
  saving,
  statement,
}
