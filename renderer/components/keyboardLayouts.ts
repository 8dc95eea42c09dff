/** Keys that a field may need, row by row; names in braces are keys that do something. */
export const layouts = {
  digits: ['1 2 3', '4 5 6', '7 8 9', '- 0 {erase}', '{next}'],
  invoice: ['1 2 3 4 5 6 7 8 9 0', 'Q W E R T Y U I O P', 'A S D F G H J K L', 'Z X C V B N M - .', '{space} {erase}'],
}
export type KeyboardLayout = keyof typeof layouts

export const everyKey = [...new Set(Object.values(layouts).flat().join(' ').split(' '))].join(' ')
