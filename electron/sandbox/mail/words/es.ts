import type { MailWords } from '../mailWords.ts'

const secret = 'Nadie de la empresa le pedirá este código por teléfono. No lo comparta.'

/** Of Mexico and of Uruguay: they differ in how a date is written. */
export const spanish: MailWords = {
  greeting: 'Buen día:',
  code: 'Su código',
  link: 'Para terminar en su teléfono o computadora',
  sample: 'Mensaje de ejemplo: esta empresa no existe.',
  letters: {
    activation: ({ company, until }) => ({
      subject: `Active su cuenta en línea de ${company}`,
      before: [`Recibimos un registro en la oficina en línea de ${company} con este correo. Para activar la cuenta hace falta este código.`],
      after: [`El código sirve hasta el ${until}.`, secret, 'Si usted no se registró, no haga nada: sin el código la cuenta no se activa.'],
    }),
    alreadyRegistered: ({ company, phone }) => ({
      subject: `Su correo ya está registrado en ${company}`,
      before: [
        `Alguien pidió registrarse en la oficina en línea de ${company} con este correo, que ya tiene una cuenta. No hace falta registrarse otra vez.`,
        'Para entrar use este correo y su contraseña. Si no la recuerda, elija «No recuerdo mi usuario y/o contraseña».',
        `Si no fue usted, no haga nada: su cuenta sigue igual. ¿Dudas? Llame al ${phone}.`,
      ],
    }),
    active: ({ company, email, phone }) => ({
      subject: `Su cuenta en línea de ${company} está activa`,
      before: [
        `Ya puede entrar en la oficina en línea de ${company} con su correo electrónico, ${email}, y la contraseña que eligió.`,
        `Si usted no se registró, avísenos al ${phone}.`,
      ],
    }),
    renewalCode: ({ company, until }) => ({
      subject: `Código para renovar su contraseña de ${company}`,
      before: [`Con este código puede elegir una contraseña nueva para la oficina en línea de ${company}.`],
      after: [`El código sirve hasta el ${until}.`, secret, 'Si usted no lo pidió, no haga nada: su contraseña sigue igual.'],
    }),
    renewed: ({ company, email, phone }) => ({
      subject: `Su cuenta de ${company} fue renovada`,
      before: [
        'Su contraseña es la que acaba de elegir.',
        `Desde ahora su usuario es su correo electrónico: ${email}. El usuario anterior, si lo tenía, ya no sirve.`,
        `Si no fue usted, llámenos de inmediato al ${phone}.`,
      ],
    }),
    passwordChanged: ({ company, phone }) => ({
      subject: `Cambió la contraseña de su cuenta de ${company}`,
      before: [
        `Se cambió la contraseña de su cuenta en la oficina en línea de ${company}.`,
        `Si fue usted, no tiene que hacer nada. Si no fue usted, llámenos de inmediato al ${phone}.`,
      ],
    }),
    emailChangeCode: ({ company, until }) => ({
      subject: `Confirme su nuevo correo en ${company}`,
      before: [`Con este código se confirma este correo como su nuevo usuario en la oficina en línea de ${company}.`],
      after: [`El código sirve hasta el ${until}.`, secret, 'Si usted no lo pidió, no haga nada: este correo no se usará.'],
    }),
    emailChangeNotice: ({ company, maskedEmail, phone }) => ({
      subject: `Se pidió cambiar el correo de su cuenta de ${company}`,
      before: [
        `Se pidió que su cuenta en la oficina en línea de ${company} use otro correo: ${maskedEmail}. El cambio vale cuando se confirme con el código que enviamos allí.`,
        `Si fue usted, no tiene que hacer nada. Si no fue usted, cambie su contraseña y llámenos al ${phone}.`,
      ],
    }),
    emailTaken: ({ company, phone }) => ({
      subject: `Su correo ya está registrado en ${company}`,
      before: [
        `Alguien pidió usar este correo para otra cuenta de la oficina en línea de ${company}. Este correo ya tiene una cuenta, así que no se usará para otra.`,
        `Si no fue usted, no haga nada: su cuenta sigue igual. ¿Dudas? Llame al ${phone}.`,
      ],
    }),
  },
}
