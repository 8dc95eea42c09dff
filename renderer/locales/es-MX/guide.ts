/** Frequent questions, and where to pay. */
export default {
  more: 'Otras consultas',
  questions: {
    heading: 'Preguntas frecuentes',
    linkNote: 'Busque una respuesta',
    lead: 'Toque una pregunta para leer su respuesta.',
    search: 'Buscar',
    hint: 'Una o dos palabras, por ejemplo: reconexión.',
    loading: 'Buscando las preguntas…',
    answering: 'Buscando la respuesta…',
    found: 'Encontramos {count} pregunta | Encontramos {count} preguntas',
    all: 'Ver todas las preguntas',
    none: { name: 'No encontramos «{search}»', detail: 'Pruebe con otra palabra, o pregunte en el mostrador.' },
    empty: { name: 'La empresa no ha publicado preguntas', detail: 'Pregunte en el mostrador.' },
  },
  places: {
    heading: '¿Dónde pagar?',
    linkNote: 'Lugares y horarios',
    offices: 'En persona',
    noOffices: 'La empresa no ha publicado lugares en esta zona. Puede pagar en la caja de esta sucursal.',
    noHours: 'Horario no publicado',
    banks: 'Con su ficha de pago',
    banksNote: {
      print: 'Imprímala en este equipo: consulte su cuenta y toque Pagar.',
      notNow: 'Por ahora este equipo no puede imprimirla. Pídala en el mostrador.',
    },
    loading: 'Buscando los lugares de pago…',
    none: { name: 'No hay lugares publicados en esta zona', detail: 'Puede pagar en la caja de esta sucursal.' },
  },
} as const
