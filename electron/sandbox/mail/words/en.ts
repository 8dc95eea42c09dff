import type { MailWords } from '../mailWords.ts'

const secret = 'Nobody from the company will ask you for this code on the phone. Do not share it.'

export const english: MailWords = {
  greeting: 'Hello,',
  code: 'Your code',
  link: 'To finish on your phone or computer',
  sample: 'Sample message: this company does not exist.',
  letters: {
    activation: ({ company, until }) => ({
      subject: `Activate your ${company} online account`,
      before: [`We received a registration for the online office of ${company} with this e-mail address. The account is activated with this code.`],
      after: [`The code is good until ${until}.`, secret, 'If you did not register, do nothing: without the code the account is not activated.'],
    }),
    alreadyRegistered: ({ company, phone }) => ({
      subject: `Your e-mail address is already registered with ${company}`,
      before: [
        `Somebody asked to register for the online office of ${company} with this e-mail address, which already has an account. There is no need to register again.`,
        'Sign in with this address and your password. If you do not remember it, choose “I do not remember my user name or password”.',
        `If it was not you, do nothing: your account stays as it is. Questions? Call ${phone}.`,
      ],
    }),
    active: ({ company, email, phone }) => ({
      subject: `Your ${company} online account is active`,
      before: [
        `You can now sign in to the online office of ${company} with your e-mail address, ${email}, and the password that you chose.`,
        `If you did not register, please call us on ${phone}.`,
      ],
    }),
    renewalCode: ({ company, until }) => ({
      subject: `Code to renew your ${company} password`,
      before: [`With this code you can choose a new password for the online office of ${company}.`],
      after: [`The code is good until ${until}.`, secret, 'If you did not ask for it, do nothing: your password stays as it is.'],
    }),
    renewed: ({ company, email, phone }) => ({
      subject: `Your ${company} account has been renewed`,
      before: [
        'Your password is the one that you have just chosen.',
        `From now on you sign in with your e-mail address: ${email}. A former user name, if you had one, no longer works.`,
        `If it was not you, call us at once on ${phone}.`,
      ],
    }),
    passwordChanged: ({ company, phone }) => ({
      subject: `The password of your ${company} account was changed`,
      before: [
        `The password of your account in the online office of ${company} was changed.`,
        `If it was you, there is nothing to do. If it was not you, call us at once on ${phone}.`,
      ],
    }),
    emailChangeCode: ({ company, until }) => ({
      subject: `Confirm your new e-mail address with ${company}`,
      before: [`This code confirms this address as the one that you sign in with at the online office of ${company}.`],
      after: [`The code is good until ${until}.`, secret, 'If you did not ask for it, do nothing: this address will not be used.'],
    }),
    emailChangeNotice: ({ company, maskedEmail, phone }) => ({
      subject: `A new e-mail address was asked for in your ${company} account`,
      before: [
        `Your account in the online office of ${company} is to use another e-mail address: ${maskedEmail}. The change counts once it is confirmed with the code that we sent there.`,
        `If it was you, there is nothing to do. If it was not you, change your password and call us on ${phone}.`,
      ],
    }),
    emailTaken: ({ company, phone }) => ({
      subject: `Your e-mail address is already registered with ${company}`,
      before: [
        `Somebody asked to use this e-mail address for another account of the online office of ${company}. It has an account already, so it will not be used for another.`,
        `If it was not you, do nothing: your account stays as it is. Questions? Call ${phone}.`,
      ],
    }),
  },
}
