import account from './en/account.ts'
import app from './en/app.ts'
import consumption from './en/consumption.ts'
import fields from './en/fields.ts'
import invoices from './en/invoices.ts'
import keyboard from './en/keyboard.ts'
import lookup from './en/lookup.ts'
import pay from './en/pay.ts'
import preview from './en/preview.ts'
import printing from './en/printing.ts'
import problems from './en/problems.ts'
import requests from './en/requests.ts'
import saving from './en/saving.ts'
import staff from './en/staff.ts'
import standby from './en/standby.ts'
import statement from './en/statement.ts'
import welcome from './en/welcome.ts'
import type { Messages } from './es-MX.ts'
import type { Words } from './words.ts'

export const en: Words<Messages> = {
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
