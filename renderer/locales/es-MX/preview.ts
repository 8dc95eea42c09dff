export default {
  heading: 'Vista previa: {name}',
  loading: 'Estamos preparando la vista previa…',
  drawing: 'Dibujando la hoja {page}…',
  sheet: 'Hoja {page} de {count}',
  picture: '{name}, hoja {page} de {count}',
  text: 'Lo que dice la hoja {page}',
  pages: 'Hojas del documento',
  larger: 'Ampliar',
  smaller: 'Reducir',
  size: 'Tamaño: {percent} %',
} as const
