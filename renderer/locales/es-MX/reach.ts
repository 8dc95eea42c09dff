/** How a person can be reached: the same on every form. */
export default {
  email: 'Correo electrónico',
  emailHint: 'Por ejemplo, {sample}.',
  phone: 'Teléfono',
  phoneHint: 'Con lada, por ejemplo {sample}.',
  oneWillDo: 'Basta con uno: correo o teléfono.',
  mayBeEmpty: 'Puede dejarlo vacío.',
} as const
