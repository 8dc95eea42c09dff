import account from './es-MX/account.ts'
import app from './es-MX/app.ts'
import consumption from './es-MX/consumption.ts'
import fields from './es-MX/fields.ts'
import invoices from './es-MX/invoices.ts'
import keyboard from './es-MX/keyboard.ts'
import lookup from './es-MX/lookup.ts'
import pay from './es-MX/pay.ts'
import preview from './es-MX/preview.ts'
import printing from './es-MX/printing.ts'
import problems from './es-MX/problems.ts'
import requests from './es-MX/requests.ts'
import saving from './es-MX/saving.ts'
import staff from './es-MX/staff.ts'
import standby from './es-MX/standby.ts'
import statement from './es-MX/statement.ts'
import welcome from './es-MX/welcome.ts'

/** The first language: the others say the same. */
export const esMX = {
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
} as const

export type Messages = typeof esMX
