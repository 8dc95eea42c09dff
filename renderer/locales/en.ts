import account from './en/account.ts'
import app from './en/app.ts'
import fields from './en/fields.ts'
import invoices from './en/invoices.ts'
import lookup from './en/lookup.ts'
import printing from './en/printing.ts'
import problems from './en/problems.ts'
import staff from './en/staff.ts'
import standby from './en/standby.ts'
import welcome from './en/welcome.ts'
import type { Messages } from './es-MX.ts'
import type { Words } from './words.ts'

export const en: Words<Messages> = { app, problems, fields, welcome, lookup, account, invoices, printing, staff, standby }
