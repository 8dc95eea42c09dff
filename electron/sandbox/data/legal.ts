import type { LegalText } from '../../../shared/utility-api/generated/types.gen.ts'

const VERSION = '2026-01'

const mexicanNotice = (company: string, address: string, email: string): Pick<LegalText, 'title' | 'summary' | 'body'> => ({
  title: 'Aviso de privacidad simplificado',
  summary: `${company} usa los datos que usted escribe aquí para identificar su cuenta, prestarle el servicio y atender lo que solicite. Puede negarse a lo que no es necesario.`,
  body: `**${company}**, con domicilio en ${address}, es responsable del tratamiento de sus datos personales.

## Para qué los usamos

Son necesarios para el servicio:

- identificar su cuenta y sus facturas,
- imprimir duplicados y comprobantes,
- recibir y responder sus preguntas, reclamaciones y solicitudes,
- cumplir con las obligaciones fiscales y con la autoridad.

Son voluntarios, y puede negarse en ventanilla o por correo sin que ello afecte su servicio:

- encuestas de calidad,
- información sobre promociones.

## Sus derechos

Puede acceder a sus datos, rectificarlos, cancelarlos u oponerse a su uso, y revocar su consentimiento, en cualquier sucursal o en ${email}.

## Aviso integral

El aviso de privacidad integral está a su disposición en ventanilla. Este aviso se rige por la Ley Federal de Protección de Datos Personales en Posesión de los Particulares.`,
})

const uruguayanNotice: Pick<LegalText, 'title' | 'summary' | 'body'> = {
  title: 'Protección de datos personales',
  summary: 'Gas de la Bahía usa los datos que usted escribe aquí para identificar su cuenta y atender lo que solicite, según la Ley 18.331.',
  body: `**Gas de la Bahía Oriental S.A.**, Rambla 25 de Agosto 318, Montevideo, es responsable de la base de datos.

## Finalidad

Los datos se usan para identificar su cuenta, emitir y reimprimir facturas y atender sus consultas y reclamos. No se comunican a terceros, salvo obligación legal.

## Sus derechos

La Ley 18.331 le da derecho a acceder a sus datos, rectificarlos, actualizarlos, incluirlos y suprimirlos. Vale también para las empresas. Puede ejercerlo en la oficina comercial con su documento. El órgano de control es la Unidad Reguladora y de Control de Datos Personales.`,
}

const englishNotice: Pick<LegalText, 'title' | 'summary' | 'body'> = {
  title: 'Privacy notice',
  summary: 'We use what you type here to find your account, provide the service and answer what you ask. You may refuse whatever is not necessary.',
  body: `Your gas or water company is responsible for your personal data. The Spanish text is the binding one.

## What we use them for

- to identify your account and your bills,
- to print duplicates and receipts,
- to receive and answer your questions, claims and requests.

## Your rights

You may see your data, correct them, have them erased and object to their use, at any branch.`,
}

const terms = (locale: string, title: string, body: string): LegalText => ({
  id: `condiciones-${locale.toLowerCase()}`,
  kind: 'terms',
  version: VERSION,
  locale,
  zoneId: null,
  title,
  body,
})

const consent = (locale: string, zoneId: string | null, title: string, body: string): LegalText => ({
  id: `factura-electronica-${locale.toLowerCase()}`,
  kind: 'eInvoiceConsent',
  version: VERSION,
  locale,
  zoneId,
  title,
  body,
})

const notice = (id: string, locale: string, zoneId: string | null, text: Pick<LegalText, 'title' | 'summary' | 'body'>): LegalText => ({
  id,
  kind: 'privacyNotice',
  version: VERSION,
  locale,
  zoneId,
  ...text,
})

const guide = (locale: string, zoneId: string | null, title: string, steps: readonly string[]): LegalText => ({
  id: `guia-de-registro-${zoneId ?? locale.toLowerCase()}`,
  kind: 'registrationGuide',
  version: VERSION,
  locale,
  zoneId,
  title,
  body: steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
})

/** Privacy notices, conditions of use, the consent to electronic invoices and the guides to registration. */
export const legalTexts: readonly LegalText[] = [
  notice(
    'privacidad-es-mx',
    'es-MX',
    null,
    mexicanNotice('Gas del Norte', 'Av. Constitución 1455 Pte., Centro, 64000 Monterrey, N.L.', 'privacidad@gasdelnorte.example'),
  ),
  notice(
    'privacidad-queretaro',
    'es-MX',
    'zona-queretaro',
    mexicanNotice('Aguas de Cantera Rosa', 'Av. de los Arcos 120, Calesa, 76020 Querétaro, Qro.', 'privacidad@canterarosa.example'),
  ),
  notice('privacidad-es-uy', 'es-UY', 'zona-montevideo', uruguayanNotice),
  notice('privacidad-en', 'en', null, englishNotice),
  terms(
    'es-MX',
    'Aviso legal y condiciones de uso',
    'Este equipo muestra la información de su cuenta tal como la registra la empresa. Los importes pueden cambiar con pagos que aún no se reflejan. Al terminar, toque **Terminar** para que nadie más vea sus datos.',
  ),
  terms(
    'es-UY',
    'Aviso legal y condiciones de uso',
    'Este equipo muestra la información de su cuenta según los registros de la empresa. Al terminar, toque **Terminar** para que nadie más vea sus datos.',
  ),
  terms(
    'en',
    'Conditions of use',
    'This kiosk shows your account as the company records it. Touch **Finish** when you are done, so that nobody else sees your data.',
  ),
  consent(
    'es-MX',
    null,
    'Factura electrónica',
    'Acepto recibir mis facturas en el correo electrónico que indico, en lugar de recibirlas en papel. Puedo volver al papel cuando quiera.',
  ),
  consent(
    'es-UY',
    'zona-montevideo',
    'Autorización para recibir facturas electrónicas',
    'Autorizo en forma expresa a que los comprobantes fiscales electrónicos se envíen al correo que indico, en lugar de su representación impresa. Puedo revocar esta autorización en cualquier momento.',
  ),
  consent(
    'en',
    null,
    'Electronic invoice',
    'I agree to receive my bills at the e-mail address I give instead of on paper. I may go back to paper at any time.',
  ),
  guide('es-MX', null, 'Guía de registro', [
    'Tenga a la mano una factura de cualquier mes y un correo electrónico que pueda abrir.',
    'Escriba los datos como aparecen en la factura. Si no coinciden, pase al mostrador.',
    'Le enviaremos un código de seis cifras. Escríbalo en el kiosco o en su teléfono y elija su contraseña.',
    'Desde entonces inicie sesión con su correo electrónico y su contraseña.',
  ]),
  guide('es-UY', 'zona-montevideo', 'Guía de registro', [
    'Los registros del portal anterior **no son válidos**: hágalo una vez más.',
    'Tenga a la mano su cédula o su RUT, su contrato o una factura, y un correo electrónico que pueda abrir.',
    'Le enviaremos un código de seis cifras. Escríbalo en el kiosco o en su teléfono y elija su contraseña.',
    'Desde entonces inicie sesión con su correo electrónico y su contraseña.',
  ]),
]
