/** A condition of SQL: the utility has a newer revision of this row, which could not be read. */
export const isOutdated = (entity: 'invoice' | 'payment' | 'agreement'): string =>
  `EXISTS (SELECT 1 FROM set_aside WHERE set_aside.entity = '${entity}' AND set_aside.id = ${entity}.id AND set_aside.rev > ${entity}.rev)`
