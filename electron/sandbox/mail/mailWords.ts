/** What the utility writes to a customer about. */
export type Occasion =
  'activation' | 'alreadyRegistered' | 'active' | 'renewalCode' | 'renewed' | 'passwordChanged' | 'emailChangeCode' | 'emailChangeNotice' | 'emailTaken'

/** What a mail may name; empty where it has none. */
export interface Facts {
  company: string
  phone: string
  /** The login address. */
  email: string
  /** Another address, masked. */
  maskedEmail: string
  /** Until when the code is good, in words. */
  until: string
}

export interface Said {
  subject: string
  /** Above the code. */
  before: string[]
  /** Below it. */
  after?: string[]
}

/** One language of the mails. */
export interface MailWords {
  greeting: string
  code: string
  link: string
  sample: string
  letters: Record<Occasion, (facts: Facts) => Said>
}
