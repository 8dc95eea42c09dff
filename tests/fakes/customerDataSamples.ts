import type { AccountHeader } from '../../shared/contract/account.ts'
import type { CustomerDataShown } from '../../shared/contract/customerData.ts'
import { sampleCode, sampleRegistrationRules } from './officeSamples.ts'

/** Of whoever is signed in, hidden in part, with nothing asked for. */
export const sampleCustomerData = (account: AccountHeader, change: Partial<CustomerDataShown> = {}): CustomerDataShown => ({
  account,
  email: 'a••••••@correo.com',
  phone: '•• •••• ••12',
  canBeWhole: true,
  asked: null,
  delivery: 'paper',
  customer: { login: 'a•••@correo.mx', canChange: true, password: sampleRegistrationRules.password },
  ...change,
})

export const customerDataAnswers = (account: AccountHeader) => ({
  'customerData.show': sampleCustomerData(account),
  'customerData.changePassword': {},
  'customerData.askForEmail': sampleCode,
  'customerData.confirmEmail': {},
})
