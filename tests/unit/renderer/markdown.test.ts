import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import MarkdownText from '../../../renderer/ui/MarkdownText.ts'

const shown = (text: string): string => mount(MarkdownText, { props: { text } }).text()

it('sets what an author writes as elements', () => {
  const wrapper = mount(MarkdownText, { props: { text: '# Aviso\n\nUno **dos**.\n\n- tres\n- cuatro' } })
  expect(wrapper.findAll('li').map((item) => item.text())).toEqual(['tres', 'cuatro'])
  expect(wrapper.find('strong').text()).toBe('dos')
})

it('numbers a list from where its author began', () => {
  const { element } = mount(MarkdownText, { props: { text: 'Antes:\n\n3. tres\n4. cuatro' } }).find('ol')
  expect(element.getAttribute('start')).toBe('3')
})

it.each([
  ['quotes within quotes', '>'.repeat(60_000)],
  ['lists within lists', '- '.repeat(30_000)],
  ['emphasis without end', 'a**b'.repeat(15_000)],
  ['brackets', '['.repeat(60_000)],
])('S45 a text of %s is shown as it stands', (_what, hostile) => {
  const text = `${hostile} fin`
  expect(shown(text)).toBe(text.trim())
})
