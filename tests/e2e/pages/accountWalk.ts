import type { Page } from '@playwright/test'
import type { TestPrinter } from '../../fixtures/printing/ippeveprinter.ts'
import { contractScreens } from './contractScreens.ts'
import { monterrey } from './counterPage.ts'
import { billDataScreens } from './customerDataScreens.ts'
import {
  accountScreens,
  agreementScreens,
  deliveryScreens,
  paperScreens,
  paymentScreens,
  readingScreens,
  recordScreens,
  supplyScreens,
  type Look,
} from './everyScreen.ts'
import { requestScreens } from './requestScreens.ts'

/** Parts of the walk that begin on *Mi cuenta*. */
export const ofAccount: Record<string, (page: Page, look: Look, printer: TestPrinter) => Promise<void>> = {
  'the account, its invoices and how they are paid': (page, look) => accountScreens(page, look, monterrey),
  'several contracts in one visit': contractScreens,
  'payments and their proof': paymentScreens,
  'statement and consumption': recordScreens,
  'payment agreements': agreementScreens,
  'the reading of the meter': readingScreens,
  'reconnection and change of holder': supplyScreens,
  'invoices on paper or by e-mail': deliveryScreens,
  'the customer’s data, by a bill': billDataScreens,
  'claims, from the empty list to the folio': requestScreens,
  'paper missing, out and on its way': paperScreens,
}
