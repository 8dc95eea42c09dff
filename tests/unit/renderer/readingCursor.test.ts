import { beforeEach, describe, expect, it } from 'vitest'
import { createReadingCursor } from '../../../renderer/areas/speech/cursor.ts'
import { unitsIn } from '../../../renderer/areas/speech/units.ts'

const wrapped: string[] = []
const cursor = (texts: 'all' | 'outOfSight' = 'all') => createReadingCursor({ texts: () => texts, onWrapped: (to) => wrapped.push(to) })

/** What `element.checkVisibility` answers is the browser's; here nothing is hidden by style. */
beforeEach(() => {
  wrapped.length = 0
  HTMLElement.prototype.checkVisibility ??= () => true
})

function show(html: string): Element {
  document.body.innerHTML = `<main>${html}</main><footer class="foot"><button>Volver</button></footer>`
  return document.querySelector('main')!
}
const texts = (root: Element): (string | null)[] => unitsIn(root, 'all').map(({ element, text }) => text ?? `[${element.textContent}]`)
const here = (): string => document.activeElement?.textContent ?? ''

describe('what is read', () => {
  it('has headings, paragraphs and controls in their order, and nothing that is hidden', () => {
    const root = show(`
      <h1>Mi cuenta</h1><p>Al día</p><p hidden>Nada</p><div aria-hidden="true">Adorno</div>
      <div><button>Ver</button><button disabled>No</button></div><ul><li>Uno</li><li>Dos</li></ul>`)
    expect(texts(root)).toEqual(['Mi cuenta', 'Al día', '[Ver]', 'Uno', 'Dos'])
  })

  it('says a row with the heads of its columns, then its controls', () => {
    const root = show(`
      <table><thead><tr><th>Factura</th><th>Importe</th><th></th></tr></thead>
      <tbody><tr><th>DE 4043 2503</th><td>$1,284.50</td><td><button>Imprimir</button></td></tr></tbody></table>`)
    expect(texts(root)).toEqual(['Factura: DE 4043 2503. Importe: $1,284.50', '[Imprimir]'])
  })

  it('says a definition with its term', () => {
    const root = show('<dl><div><dt>Total adeudado</dt><dd>$1,284.50</dd></div><div><dt>Vence</dt><dd>2 de diciembre</dd></div></dl>')
    expect(texts(root)).toEqual(['Total adeudado: $1,284.50', 'Vence: 2 de diciembre'])
  })

  it('leaves what is said with a field to the field, and a label to its control', () => {
    const root = show(`
      <label for="a">Cuenta</label><input id="a" aria-describedby="b" /><p id="b">Ocho números</p>
      <label><input type="radio" name="c" /><span>Por correo</span></label>`)
    expect(unitsIn(root, 'all').map(({ element }) => element.tagName)).toEqual(['INPUT', 'INPUT'])
  })

  it('takes small parts that have no other word for one text', () => {
    const root = show('<div><span>Saldo</span> <b>$3.00</b></div><div>Con <i>acento</i></div>')
    expect(texts(root)).toEqual(['Saldo $3.00', 'Con acento'])
  })
})

describe('the reading cursor', () => {
  it('walks everything for who listens, round and back, and leaves no mark on the texts', () => {
    show('<h1>Mi cuenta</h1><p>Al día</p><button>Ver</button>')
    const { next, previous } = cursor()
    const way: string[] = []
    for (let step = 0; step < 5; step += 1) {
      next()
      way.push(here())
    }
    expect(way).toEqual(['Mi cuenta', 'Al día', 'Ver', 'Volver', 'Mi cuenta'])
    expect(wrapped).toEqual(['start'])
    previous()
    expect(here()).toBe('Volver')
    expect(wrapped).toEqual(['start', 'end'])
    expect(document.querySelectorAll('main [tabindex]')).toHaveLength(0)
  })

  it('stops at controls alone for who sees, but for texts that must be scrolled to', () => {
    show('<p>A la vista</p><button>Ver</button><div class="scrolls"><p>Más abajo</p></div>')
    Object.defineProperty(document.querySelector('.scrolls'), 'scrollHeight', { value: 100 })
    const { next } = cursor('outOfSight')
    next()
    expect(here()).toBe('Ver')
    next()
    expect(here()).toBe('Más abajo')
  })

  it('goes on from where it stood when that is gone', () => {
    show('<button>Uno</button><button>Dos</button><button>Tres</button>')
    const { next } = cursor()
    next()
    next()
    document.activeElement?.remove()
    next()
    expect(here()).toBe('Tres')
  })

  it('presses what is under it', () => {
    show('<button>Uno</button>')
    let presses = 0
    document.querySelector('button')!.addEventListener('click', () => (presses += 1))
    const { next, activate } = cursor()
    next()
    activate()
    expect(presses).toBe(1)
  })

  it('moves in an open list by its own keys, and chooses there', () => {
    show('<button role="combobox" aria-expanded="true">Zona</button><button>Otro</button>')
    const keys: string[] = []
    const box = document.querySelector<HTMLElement>('[role=combobox]')!
    box.addEventListener('keydown', ({ key }) => keys.push(key))
    box.focus()
    const { next, previous, activate } = cursor()
    next()
    previous()
    activate()
    expect(keys).toEqual(['ArrowDown', 'ArrowUp', 'Enter'])
    expect(document.activeElement).toBe(box)
  })

  it('goes from a field into the keyboard on the screen, stays on the key that is pressed, and comes back past either end', () => {
    show(
      '<input id="a" type="text" /><button>Consultar</button><div class="simple-keyboard"><button data-skbtn="1">1</button><button data-skbtn="2">2</button></div>',
    )
    const field = document.querySelector<HTMLInputElement>('#a')!
    // As our keyboard does: it writes into the field, which takes the focus.
    for (const key of document.querySelectorAll<HTMLElement>('[data-skbtn]')) {
      key.addEventListener('click', () => {
        field.focus()
        field.value += key.textContent
      })
    }
    const { next, previous, activate } = cursor()
    next()
    activate()
    expect(here()).toBe('1')
    activate()
    next()
    activate()
    expect(here()).toBe('2')
    expect(field.value).toBe('12')
    next()
    expect(document.activeElement).toBe(field)
    activate()
    previous()
    expect(document.activeElement).toBe(field)
    next()
    expect(here()).toBe('Consultar')
  })
})
